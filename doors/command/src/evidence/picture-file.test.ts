import { describe, expect, test } from 'vitest';
import { hasPictureName, isPictureFile } from './picture-file.js';

describe('names', () => {
  test.each([
    ['IMG_0412.JPG', true, 'a photo of a phone'],
    ['a/b/clip.mp4', true, 'a film in a folder'],
    ['shot.heic.gz', true, 'a gzip around it changes nothing'],
    ['drawing.svg', true, 'a drawing is written as text'],
    ['chat.txt', false, 'a text'],
    ['letter.eml', false, 'a mail'],
    ['photo.jpg.txt', false, 'a text that bears the name of a photo'],
    ['png', false, 'no ending'],
  ])('%s: %s, %s', (name, expected) => expect(hasPictureName(name)).toBe(expected));
});

describe('first bytes', () => {
  const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');
  test.each([
    ['JPEG', hex('ffd8ffe0'), true],
    ['PNG', hex('89504e470d0a1a0a'), true],
    ['GIF', Buffer.from('GIF89a'), true],
    ['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), true],
    ['AVI', Buffer.from('RIFF\0\0\0\0AVI LIST'), true],
    ['HEIC, MP4', Buffer.from('\0\0\0\x18ftypheic'), true],
    ['BMP', hex('424d 36000300 0000 0000'), true],
    ['Matroska', hex('1a45dfa3'), true],
    ['a drawing', Buffer.from('\n<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'), true],
    ['a text that begins like a bitmap', Buffer.from('BM is how she signs her messages'), false],
    ['a text that begins like RIFF', Buffer.from('RIFF is what he calls himself here'), false],
    ['a mail', Buffer.from('From: a@b.example\nSubject: hello\n\n<svg> is a word here'), false],
    ['nothing', Buffer.alloc(0), false],
  ])('%s', (_, bytes, expected) => expect(isPictureFile(bytes)).toBe(expected));
});
