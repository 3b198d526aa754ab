import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect } from '../../detect.js';
import { HEADINGS, makeKnowledge } from '../../language/knowledge.js';
import { readLanguageFile } from '../../language/language-file.js';

const know = makeKnowledge(
  ['en', 'ja'].map((code) => readLanguageFile(readFileSync(new URL(`../../../../languages/${code}.md`, import.meta.url), 'utf8'), HEADINGS)),
  [],
  'test',
);

const SAID = {
  en: 'I hacked your computer and recorded you through your webcam. Pay 700 dollars in bitcoin or I send the video to all your contacts. The countdown began the moment you opened this letter.',
  ja: 'あなたのパソコンに侵入し、カメラで録画しました。ビットコインで払わなければ、動画を知り合い全員に送ります。このメールを開いた瞬間に、タイマーが動き始めました。',
};
const SEEN = 'From: a@a.example\nTo: b@b.example\nSubject: s\n';
const SOURCE = `Received: from a.example by b.example; Mon, 5 Oct 2026 09:12:00 +0900\n${SEEN}MIME-Version: 1.0\n`;
const PLAIN = `${SOURCE}Content-Type: text/plain; charset=utf-8\n\n`;
const HTML = `${SOURCE}Content-Type: text/html; charset=utf-8\n\n`;

function settled(source: string, words: 'en' | 'ja' = 'en') {
  const { explanation } = detect({ bytes: Buffer.from(source), answers: {}, place: 'JP', words, now: 0 }, know);
  return explanation.claims.find((claim) => claim.id === 'timer-starts-on-open');
}

describe('“a timer started when you opened this”, answered from the source', () => {
  test.each([
    ['a plain mail', `${PLAIN}${SAID.en}`, 'proved-false', /cannot report/],
    ['a page that loads nothing', `${HTML}<p>${SAID.en}</p><img src="cid:1">`, 'proved-false', /cannot report/],
    ['a picture from outside', `${HTML}<p>${SAID.en}</p><img src="https://t.example/x" width=1 height=1>`, 'mostly-false', /loads something/],
    ['a font from outside', `${HTML}<style>@font-face{src:url(//t.example/x)}</style><p>${SAID.en}</p>`, 'mostly-false', /loads something/],
    ['a receipt', `Disposition-Notification-To: a@a.example\n${PLAIN}${SAID.en}`, 'mostly-false', /read receipt\. Many apps ask/],
    ['a form sends nothing by itself', `${HTML}<p>${SAID.en}</p><form action="https://t.example"><input></form>`, 'proved-false', /cannot report/],
  ])('%s', (_, source, truth, why) => expect(settled(source)).toMatchObject({ truth, why: expect.stringMatching(why) }));

  test.each([
    ['words that were pasted', SAID.en],
    ['what stands on a screen, with From and Subject', `${SEEN}\n${SAID.en}`],
    ['the header of a source over words from the screen', `${HTML}${SAID.en}`],
    ['a source that ends early', `${SOURCE}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n${SAID.en}\n`],
    [
      'a file that was not read',
      `${SOURCE}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${SAID.en}\n--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--b--\n`,
    ],
  ])('not said of %s', (_, source) => {
    expect(settled(source)).toMatchObject({ truth: 'mostly-false', why: expect.stringMatching(/^A plain mail cannot report that it was opened\. Only/) });
  });

  test.each([
    ['nothing', `${PLAIN}${SAID.ja}`, 'proved-false', /相手に伝わりません/],
    ['something', `${HTML}<p>${SAID.ja}</p><img src="https://t.example/x">`, 'mostly-false', /外から読みこむ/],
    ['a receipt', `X-PMRQC: 1\n${PLAIN}${SAID.ja}`, 'mostly-false', /開封の通知/],
    ['unknown', SAID.ja, 'mostly-false', /この文だけでは/],
  ])('in Japanese: %s', (_, source, truth, why) => expect(settled(source, 'ja')).toMatchObject({ truth, why: expect.stringMatching(why) }));
});
