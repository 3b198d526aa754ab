import { FULL, fill, join, KB, lines, MB, mail } from '../pieces.js';
import type { Hostile } from './model.js';

const page = (id: string, why: string, body: () => Uint8Array, flags: Pick<Hostile, 'over' | 'large'> = {}): Hostile => ({
  id: `html: ${id}`,
  why,
  bytes: () => mail('Content-Type: text/html; charset=utf-8', body()),
  ...flags,
});
const OVER = { over: true } as const;

const UNITS: readonly (readonly [unit: string, why: string])[] = [
  ['<div>', 'elements that stay open'],
  ['</div>', 'ends of nothing'],
  ['<div></p>', 'ends that look for their beginning'],
  ['<p>', 'optional ends'],
  ['<b><i></b></i>', 'crossed ends'],
  ['<a href="', 'attributes that never end'],
  ['<a b', 'attributes that never end'],
  ['<a ', 'tags that never end'],
  ['<', 'tags that never begin'],
  ['<!', 'declarations'],
  ['<!--', 'comments that never end'],
  ['<!-->', 'comments that end at once'],
  ['<![CDATA[', 'sections that never end'],
  ['<![CDATA[a]]>', 'sections that browsers end earlier'],
  ['<?', 'instructions'],
  ['</', 'end tags that never begin'],
  ['<style>', 'sheets in sheets'],
  ['<style>a{color:red}</style>', 'a sheet each'],
  ['<style>@media{', 'blocks that never end'],
  ['<script>', 'scripts in scripts'],
  ['<template>', 'templates'],
  ['<table><tr><td>', 'tables in tables'],
  ['<svg><math>', 'other namespaces'],
  ['&', 'entities'],
  ['&#', 'entities without an end'],
  ['&#x', 'entities without an end'],
  ['&#1114112;', 'no character at all'],
  ['&#99999999999999999999;', 'numbers beyond numbers'],
  ['&amp;', 'one letter each'],
  ['&CounterClockwiseContourIntegral;', 'the longest name'],
  ['&notit;', 'a name within a name'],
  ['<span style="display:none">x</span>y', 'hidden words'],
  ['<span style="color:#fff">x</span>', 'faint words'],
  ['<span style="font-size:0">x', 'sizes in sizes'],
  ['<img src="http://a.example/b">', 'pictures from outside'],
  ['<img src="data:image/png;base64,AAAA">', 'pictures inside'],
  ['<wbr>a', 'cut words'],
  ['p<b></b>', 'cut words'],
  ['<br>', 'line breaks'],
  ['&nbsp;', 'blanks'],
  ['a<!-- b -->', 'words cut by comments'],
  ['<a href="http://a.example">a</a> ', 'links'],
];

const classes = (count: number): string => `<style>${lines(count, (k) => `.c${k}{color:#fff}`)}</style>`;

/** HTML made to be slow, deep or large. */
export const MARKUP: readonly Hostile[] = [
  ...UNITS.map(([unit, why]) => page(JSON.stringify(unit), why, () => fill(FULL, unit), OVER)),
  page('100,000 divs in each other', 'a stack of open elements', () => join(fill(500 * KB, '<div>'), 'the letter', fill(600 * KB, '</div>'))),
  page('100,000 different elements in each other', 'each end looks for its beginning', () =>
    join(
      lines(60_000, (k) => `<x${k}>`),
      lines(60_000, (k) => `</y${k}>`),
    ),
  ),
  page('500 open, then 150,000 ends of others', 'each end looks through all that are open', () => join('<i>'.repeat(510), fill(1000 * KB, '</b>x'))),
  page('a style attribute of 1 MB', 'declarations without an end', () => join('<p style="', fill(MB, 'color:red;'), '">the letter')),
  page('a style attribute of 1 MB without a colon', 'declarations that are none', () => join('<p style="', fill(MB, 'a;'), '">the letter')),
  page('20,000 style attributes of 50 bytes', 'each is read', () => fill(1_200_000, '<p style="color:red;background:#fff;font-size:9px">x')),
  page('comments in a style', 'CSS comments that never end', () => join('<style>', fill(150 * KB, '/*'), '</style><p>the letter')),
  page('comments around each letter of a style', 'CSS comments', () => join('<p style="', fill(MB, 'c/**/o/**/l/**/'), '">the letter')),
  page('a sheet of 1 MB', 'rules without an end', () => join('<style>', fill(MB, 'a{color:red}'), '</style><p>the letter')),
  page('a sheet of braces', 'blocks in blocks', () => join('<style>', fill(190 * KB, '@media a{'), '</style><p>the letter')),
  page('a sheet of selectors', 'a list without an end', () => join('<style>', fill(190 * KB, 'a,'), '{color:red}</style><p>the letter')),
  page('2,000 classes on 20,000 elements', 'each is looked up', () =>
    join(
      classes(2000),
      lines(20_000, (k) => `<p class="c${k % 2000} c1 c2 c3 c4 c5">x</p>`),
    ),
  ),
  page('an element of 10,000 classes', 'each is looked up', () =>
    join(classes(2000), `<p class="${lines(10_000, (k) => `c${k}`).replaceAll('\n', ' ')}">x</p>`),
  ),
  page('a tag of 100,000 attributes', 'each is kept', () =>
    join(
      '<p ',
      lines(100_000, (k) => `a${k}=b`),
      '>the letter',
    ),
  ),
  page('a tag name of 1 MB', 'a name without an end', () => join('<', fill(MB, 'a'), '>the letter')),
  page('an attribute of 1 MB', 'a value without an end', () => join('<a href="', fill(MB, 'a'), '">the letter')),
  page('an entity of 1 MB', 'a name without an end', () => join('&', fill(MB, 'a'), ';the letter')),
  page('a number of 1 MB', 'digits without an end', () => join('&#', fill(MB, '9'), ';the letter')),
  page('each letter an element', 'words cut by tags', () => fill(1_200_000, '<b>p</b><b>a</b><b>y</b> ')),
  page('nothing but hidden text', 'a page on which nothing is seen', () => join('<div style="display:none">', fill(MB, 'I recorded you. '), '</div>')),
  page('a picture of 1 MB inside', 'data in an attribute', () => join('<img src="data:image/png;base64,', fill(MB, 'AAAA'), '">the letter')),
  page('a bogus comment of 1 MB', 'ended by the next >', () => join('<!-->', fill(MB, '<a>'), '-->')),
  page('10 MB of rows', 'a long table', () => fill(10 * MB, '<tr><td>words</td></tr>'), OVER),
  page('60 MB of rows', 'a long table', () => fill(60 * MB, '<tr><td>words</td></tr>'), { over: true, large: true }),
  { id: 'html: a page alone, cut in a tag', why: 'saved by a browser', bytes: () => join('<!doctype html><html>', fill(MB, '<p class='), '') },
  {
    id: 'html: in base64 of UTF-16',
    why: 'two readings',
    bytes: () =>
      mail(
        'Content-Type: text/html; charset=utf-16\nContent-Transfer-Encoding: base64',
        Buffer.from('\ufeff<p>the letter'.repeat(9000), 'utf16le').toString('base64'),
      ),
  },
];
