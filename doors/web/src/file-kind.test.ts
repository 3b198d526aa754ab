import { expect, test } from 'vitest';
import { kindOf } from './file-kind.js';

test.each([
  ['a PNG', '89504e470d0a1a0a0000000d', 'picture'],
  ['a JPEG', 'ffd8ffe000104a464946', 'picture'],
  ['a WebP', '52494646a0000000574542505650', 'picture'],
  ['a photo of a phone (HEIC)', '0000001866747970686569630000', 'picture'],
  ['a PDF', '255044462d312e37', 'picture'],
  ['a film', '000000186674797069736f6d', 'no-message'],
  ['a sound', '52494646a000000057415645', 'no-message'],
  ['a document of Word', `504b03041400000008000000210000000000000000000000000013000000${Buffer.from('[Content_Types].xml').toString('hex')}`, 'picture'],
  [
    'a document of OpenDocument',
    `504b030414000008000000002100000000000000000000000000080000${Buffer.from('\0mimetypeapplication/vnd.oasis.opendocument.text').toString('hex')}`,
    'picture',
  ],
  [
    'an archive of something else',
    `504b03041400000008000000210000000000000000000000000013000000${Buffer.from('photos/wordless.jpg').toString('hex')}`,
    'no-message',
  ],
  ['an archive', '504b03041400000008000000', 'no-message'],
  ['a gzip, which the command line reads', '1f8b0800', 'no-message'],
  ['a program', '4d5a90000300000004', 'no-message'],
  ['a saved mail', '46726f6d3a206140', 'message'],
  ["Outlook's .msg", 'd0cf11e0a1b11ae10000', 'message'],
  ['a text in UTF-16', 'fffe48006900', 'message'],
  ['a letter that begins with BM', '424d2069732061', 'message'],
  ['a letter that begins with RIFF', '5249464620726166', 'message'],
  ['nothing', '', 'message'],
])('%s', (_, hex, kind) => {
  expect(kindOf(Buffer.from(hex, 'hex'))).toBe(kind);
});
