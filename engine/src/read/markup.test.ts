import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { expect, test } from 'vitest';
import { walkMarkup } from './markup.js';

/** What the page holds, in order, as the walk tells it. */
function walked(html: string): string[] {
  const seen: string[] = [];
  walkMarkup(html, {
    open: ({ name, attributes, isSelfClosed }) => seen.push(`<${name} ${JSON.stringify([...attributes])}${isSelfClosed ? '/' : ''}>`),
    close: (name) => seen.push(`</${name}>`),
    text: (start, end) => seen.push(`text ${html.slice(start, end)}`),
    entity: (code) => seen.push(`entity ${code}`),
    comment: (start, end) => seen.push(`comment ${start} ${end}`),
    cdata: (start, end) => seen.push(`cdata ${start} ${end}`),
  });
  return seen;
}

/** The same by the tokenizer alone, unit by unit. */
function tokenised(html: string): string[] {
  const seen: string[] = [];
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const opened = (end: string): void => void seen.push(`<${name} ${JSON.stringify([...attributes])}${end}>`);
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).slice(0, 40).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: () => opened(''),
      onselfclosingtag: () => opened('/'),
      onclosetag: (start, end) => seen.push(`</${html.slice(start, end).toLowerCase()}>`),
      ontext: (start, end) => seen.push(`text ${html.slice(start, end)}`),
      ontextentity: (code) => seen.push(`entity ${code}`),
      oncomment: (start, end) => seen.push(`comment ${start} ${end}`),
      oncdata: (start, end) => seen.push(`cdata ${start} ${end}`),
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return seen;
}

const PIECES = [
  ...['<', '>', '</', '/>', '<p>', '<P class=a>', '<p class="a > b">', "<p title='x\"' class=a/>", '<br/>', '<br / >', '<a href=x/>', '</p>', '</p x=">">'],
  ...['</ p>', '</>', '<td style="color:red" style=b>', '<td style="color:red" style=b>', '<td a=&lt;>', '<td a="&amp" b>', '<x =y =z/ q>', '<x y= >', '<x y'],
  ...[
    '&',
    '&amp;',
    '&amp',
    '&am',
    '&#65',
    '&nbsp;',
    '&notit;',
    ';',
    'a',
    ' ',
    '\n',
    '=',
    '"',
    "'",
    '/',
    '!',
    '-',
    '--',
    '-->',
    '--!>',
    '<!--',
    '<!-->',
    '<!--->',
  ],
  ...['<!', '<!>', '<!-', '<?xml a>', '<!DOCTYPE html>', '<!doc>', '<![CDATA[', '<![if mso]>', ']]>', ']'],
  ...[
    '<style>',
    '</style>',
    '</STYLE >',
    '</styles>',
    '<title>',
    '</title>',
    '<script x="</script>">',
    '</script',
    '<textarea/>',
    '</textarea>',
    '<xmp>',
    '<plaintext>',
  ],
];

test('what the walk tells is what the tokenizer tells', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      expect(walked(pieces.join(''))).toEqual(tokenised(pieces.join('')));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['comments without an end of the other kind', '<!-- a -->'],
  ['comments that end in the odd way', '<!-- a --!>'],
  ['entities without their end', 'a &am <b>'],
  ['tags that were seen before', '<td class="a">x</td>'],
  ['quotes that do not end', '<a b="'],
  ['sheets that do not end', '<style>'],
  ['brackets', '<'],
])('a megabyte of %s is told alike, and in a linear time', (_, piece) => {
  const html = piece.repeat(1_000_000 / piece.length);
  expect(walked(html)).toEqual(tokenised(html));
});
