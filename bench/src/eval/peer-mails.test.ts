import { describe, expect, test } from 'vitest';
import { programAt } from '../speed/peers/peer.js';
import { bogofilterOn, halfOf, type Lesson } from './bogofilter.js';
import type { Item, Label, Read } from './model.js';
import { asMail, contentOnly, peerSample } from './peer-mails.js';

const item = (label: Label, name: string, text = 'x'): Item => ({
  set: 's',
  name,
  label,
  language: 'en',
  source: 'real',
  half: 'open',
  group: name,
  disguise: 'none',
  bytes: Buffer.from(text),
  words: 'en',
  answers: {},
  wallets: null,
  wanted: null,
});

test('every real letter and at most so many of the others, in their order, the same each time', () => {
  const reads = [...Array.from({ length: 70 }, (_, k) => item('bluff', `b${k}`)), ...Array.from({ length: 500 }, (_, k) => item('ham', `h${k}`))].map(
    (one) => ({ item: one }) as Read,
  );
  const sample = peerSample(reads);
  expect(sample.filter((one) => one.item.label === 'bluff')).toHaveLength(70);
  expect(sample.filter((one) => one.item.label === 'ham')).toHaveLength(400);
  expect(sample).toEqual(peerSample(reads));
  expect(sample.map((one) => reads.indexOf(one))).toEqual(sample.map((one) => reads.indexOf(one)).sort((a, b) => a - b));
});

test.each([
  ['a.txt', 'From: of a chat', true, 'a text gets the headers of a mail'],
  ['x.tar.gz:news.txt', 'news', true, 'so does one of an archive'],
  ['a.eml', 'Subject: x\n\nhello', false, 'a mail is left as it is'],
])('%s: %s', (name, text, wrapped, _why) => {
  const mail = Buffer.from(asMail(item('ham', name, text))).toString();
  expect(mail.startsWith('Received: ')).toBe(wrapped);
  expect(mail).toContain(text);
});

test('only what says what the content is stays of the headers', () => {
  const mail = 'Received: by corpus\r\n\tfor you\r\nSubject: hi\r\n there\r\nX-Corpus: 2002\r\nContent-Type: text/plain\r\n\r\nX-Body: stays\r\n';
  expect(Buffer.from(contentOnly(Buffer.from(mail))).toString()).toBe('Subject: hi there\nContent-Type: text/plain\n\nX-Body: stays\r\n');
  expect(Buffer.from(contentOnly(Buffer.from('Subject: only a head'))).toString()).toBe('Subject: only a head\n\n');
});

test('halves of about the same size, by the name of a group alone', () => {
  const halves = Array.from({ length: 400 }, (_, k) => halfOf(`group ${k}`));
  expect(halves.filter((half) => half === 0).length).toBeGreaterThan(150);
  expect(halves.filter((half) => half === 1).length).toBeGreaterThan(150);
  expect(halfOf('group 7')).toBe(halves[7]);
});

const there = programAt('bogofilter') !== null || process.env['HATTARI_TEST_ALL'] === '1';
if (!there) console.log('eval/peer-mails.test.ts: skipped, no bogofilter here (Debian package: bogofilter)');
describe.skipIf(!there)('bogofilter', () => {
  test('a word that only bluffs of the other half hold tells a bluff', () => {
    const lessons: Lesson[] = Array.from({ length: 24 }, (_, k) => ({
      mail: Buffer.from(`Subject: letter\n\n${k % 2 === 0 ? 'camera bitcoin video wallet' : 'garden tomatoes library train'} number ${k}\n`),
      group: `lesson ${k}`,
      bluff: k % 2 === 0,
    }));
    const answer = bogofilterOn(lessons);
    expect(answer?.version).toMatch(/^\d/);
    for (const [k, chance] of (answer?.chances ?? []).entries()) expect(chance > 0.5, `lesson ${k}: ${chance}`).toBe(k % 2 === 0);
  });
});
