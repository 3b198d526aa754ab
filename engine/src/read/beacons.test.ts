import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Beacons } from '../model.js';
import { noBeacons } from './beacons.js';
import { read } from './read.js';

const HEAD = 'Received: from a.example by b.example; Mon, 5 Oct 2026 09:12:00 +0900\nFrom: a@a.example\nTo: b@b.example\nSubject: s\nMIME-Version: 1.0\n';
const mail = (source: string): Beacons => read({ bytes: Buffer.from(source) }).beacons;
const html = (markup: string): Beacons => mail(`${HEAD}Content-Type: text/html; charset=utf-8\n\n<p>some words that anyone sees</p>${markup}`);

/** The kinds that are not zero. */
function counted(beacons: Beacons): Partial<Beacons> {
  return Object.fromEntries(Object.entries(beacons).filter(([, n]) => n > 0));
}

const U = 'https://t.example/x';

describe('what a page loads from outside, by kind', () => {
  test.each<[string, string, Partial<Beacons>]>([
    ['a picture', `<img src="${U}">`, { remoteImages: 1 }],
    ['without a scheme', '<img src="//t.example/x">', { remoteImages: 1 }],
    ['in capitals, with white space and line breaks', '<IMG SRC=" \n HT\nTPS://t.example/x">', { remoteImages: 1 }],
    ['with backslashes', '<img src="https:\\\\t.example\\x">', { remoteImages: 1 }],
    ['on a Windows share: signing in there tells more than a picture', '<img src="\\\\t.example\\share\\x.png">', { remoteImages: 1 }],
    ['as a file on another machine', '<img src="file://t.example/x">', { remoteImages: 1 }],
    ['with its address in entities', '<img src="&#104;ttps&colon;//t.example/x">', { remoteImages: 1 }],
    ['of 640 by 480', `<img src="${U}" width="640" height="480">`, { remoteImages: 1 }],
    ['a line of 1 by 20 that holds a table apart', `<img src="${U}" width=1 height=20>`, { remoteImages: 1 }],
    ['of 1 by 1', `<img src="${U}" width="1" height="1">`, { pixels: 1 }],
    ['of 0 by 0, by style', `<img src="${U}" style="width:0px;height:0">`, { pixels: 1 }],
    ['of 1 by 1, by a rule of the sheet', `<style>.t{width:1px;height:1px}</style><img class=t src="${U}">`, { pixels: 1 }],
    ['not displayed', `<img src="${U}" style="display:none">`, { pixels: 1 }],
    ['in a box that is not displayed', `<div style="display:none"><img src="${U}"></div>`, { pixels: 1 }],
    ['one side given, the style says otherwise', `<img src="${U}" width=1 style="width:100%">`, { remoteImages: 1 }],
    ['for sharper screens', `<img src="cid:1" srcset="cid:2 1x, ${U} 2x">`, { remoteImages: 1 }],
    ['to choose from', `<picture><source srcset="${U} 600w"><img src="cid:1"></picture>`, { remoteImages: 1 }],
    ['as a button', `<input type="image" src="${U}">`, { remoteImages: 1 }],
    ['before a film', `<video poster="${U}"></video>`, { remoteImages: 1 }],
    ['behind a table', `<table background="${U}"><tr><td background="${U}">x</table>`, { remoteImages: 2 }],
    ['of old browsers', `<img lowsrc="${U}" dynsrc="${U}">`, { remoteImages: 2 }],
    ['in SVG', `<svg><image xlink:href="${U}"/><use href="${U}"/><feImage href="${U}"/></svg>`, { remoteImages: 3 }],
    ['painted in SVG', `<svg><rect fill="url(${U}#p)"/></svg>`, { styles: 1 }],
    ['under a name browsers take for img', `<image src="${U}">`, { remoteImages: 1 }],
    ['in a style attribute', `<div style="background:url(${U})">x</div>`, { styles: 1 }],
    ['in quotes in quotes', `<div style='background-image:url( "${U}" )'>x</div>`, { styles: 1 }],
    ['as a mark of a list', `<ul style="list-style:url('${U}')"><li>x</ul>`, { styles: 1 }],
    ['in escaped CSS', '<div style="background:u\\72l(\\68ttps://t.example/x)">x</div>', { styles: 1 }],
    ['of a set', `<div style='background:image-set("a.png" 1x, "${U}" 2x)'>x</div>`, { styles: 1 }],
    ['by a filter of old Windows', `<div style="filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src='${U}')">x</div>`, { styles: 1 }],
    ['a sheet', `<link rel="stylesheet" href="${U}">`, { styles: 1 }],
    [
      'an icon, a page ahead of time, a look-up in the DNS',
      `<link rel=icon href="${U}"><link rel=prefetch href="${U}"><link rel="dns-prefetch" href="//t.example">`,
      { styles: 3 },
    ],
    ['a sheet by import', `<style>@import "${U}"; @import url(${U});</style>`, { styles: 2 }],
    ['a sheet by import with a comment between', `<style>@import/**/"${U}";</style>`, { styles: 1 }],
    ['a font', `<style>@font-face{font-family:a;src:url(${U}) format("woff2")}</style>`, { styles: 1 }],
    ['far down in a large sheet', `<style>${'p{color:red}'.repeat(20_000)} p{background:url(${U})}</style>`, { styles: 1 }],
    ['a frame', `<iframe src="${U}"></iframe>`, { embedded: 1 }],
    ['an object', `<object data="${U}"><param name="movie" value="${U}"></object>`, { embedded: 2 }],
    ['a plug-in, sound, a film', `<embed src="${U}"><audio src="${U}"></audio><video><source src="${U}"></video><bgsound src="${U}">`, { embedded: 4 }],
    ['a script', `<script src="${U}"></script>`, { embedded: 1 }],
    ['a page that is loaded after a while', `<meta http-equiv="refresh" content="0; url=${U}">`, { embedded: 1 }],
    ["in Outlook's conditional comment", `<!--[if gte mso 9]><v:rect><v:imagedata src="${U}"/></v:rect><![endif]-->`, { remoteImages: 1 }],
    [
      "a fill and a sheet in Outlook's conditional comment",
      `<!--[if mso]><v:fill type="tile" src="${U}"/><style>p{background:url(${U})}</style><![endif]-->`,
      { remoteImages: 1, styles: 1 },
    ],
    ['shown to all but Outlook', `<!--[if !mso]><!--><img src="${U}"><!--<![endif]-->`, { remoteImages: 1 }],
    ['behind a comment that browsers end early', `<!--><img src="${U}">-->`, { remoteImages: 1 }],
    ['behind what is no CDATA in HTML', `<![CDATA[ ><img src="${U}">]]>`, { remoteImages: 1 }],
    ['in what SVG does not take for a title', `<svg><title><img src="${U}"></title></svg>`, { remoteImages: 1 }],
    [
      'by an address that a base completes',
      '<base href="https://t.example/"><img src="x.gif"><div style="background:url(y.gif)">x</div>',
      { remoteImages: 1, styles: 1 },
    ],
    ['behind 100 other attributes', `<img ${Array.from({ length: 100 }, (_, i) => `a${i}=1`).join(' ')} src="${U}">`, { remoteImages: 1 }],
    ['a form', `<form action="${U}"><input name=a></form>`, { forms: 1 }],
    ['a page within an attribute is not read', '<iframe srcdoc="&lt;img src=//t.example/x&gt;"></iframe>', { unread: 1 }],
  ])('%s: %s', (_, markup, expected) => expect(counted(html(markup))).toEqual(counted({ ...noBeacons(), ...expected })));
});

describe('left alone', () => {
  test.each([
    ['a picture within the mail', '<img src="cid:1@a"><img src="data:image/png;base64,//8/AAAA">'],
    ['a set of pictures within the mail', '<img srcset="data:image/png;base64,//8/ 1x, cid:2 2x">'],
    ['a picture that has no address', '<img src="x.gif"><img src=""><img>'],
    ['a link', `<a href="${U}">read more at https://t.example</a>`],
    ['a link in SVG', `<svg><a xlink:href="${U}">x</a></svg>`],
    ['an address that is only told', '<link rel="canonical" href="https://t.example/x"><meta property="og:image" content="https://t.example/x.png">'],
    ['names that look like addresses', '<div xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/1999/xhtml">x</div>'],
    ['a namespace in a sheet', '<style>@namespace url(http://www.w3.org/1999/xhtml); v\\:* {behavior:url(#default#VML);}</style>'],
    ['a picture in a style', `<div style="background:url('data:image/svg+xml;utf8,<svg xmlns=%22http://www.w3.org/2000/svg%22/>')">x</div>`],
    ['an empty url()', '<div style="background:url()">x</div><div style=\'background:url("")\'>x</div>'],
    ['a mark on the page', '<svg><use href="#a"/><rect fill="url(#b)"/></svg>'],
    ['a comment', `<!-- <img src="${U}"> -->`],
    ['fonts by name', '<style>p{font-family:Arial,"Helvetica Neue",sans-serif}</style>'],
    ['a base alone', '<base href="https://t.example/">'],
    ['a text about it', 'write &lt;img src="https://t.example/x"&gt; to load it'],
  ])('%s: %s', (_, markup) => expect(counted(html(markup))).toEqual({}));
});

describe('the header, other parts, and what is no source', () => {
  const multipart = (part: string): string =>
    `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nwords\n--b\n${part}\n--b--\n`;
  const calendar = (type: string, lines: string): string => multipart(`Content-Type: ${type}\n\nBEGIN:VCALENDAR\n${lines}\nEND:VCALENDAR`);
  test.each<[string, string, Partial<Beacons>]>([
    ['nothing', `${HEAD}Content-Type: text/plain\n\nwords`, {}],
    ['a receipt (RFC 8098)', `${HEAD}Disposition-Notification-To: a@a.example\nContent-Type: text/plain\n\nwords`, { receipts: 1 }],
    ['older receipts', `${HEAD}Return-Receipt-To: a@a.example\nX-Confirm-Reading-To: a@a.example\nContent-Type: text/plain\n\nwords`, { receipts: 2 }],
    ['receipts of single programs', `${HEAD}X-PMRQC: 1\nRead-Receipt-To: a@a.example\nContent-Type: text/plain\n\nwords`, { receipts: 2 }],
    ['an empty field asks for nothing', `${HEAD}Disposition-Notification-To: \nContent-Type: text/plain\n\nwords`, {}],
    ['a receipt for the delivery only', `${HEAD}X-Envelope-Notify: SUCCESS\nContent-Type: text/plain\n\nwords`, {}],
    ['an AMP part', multipart('Content-Type: text/x-amp-html\n\n<html amp4email><amp-img src="https://t.example/x"></amp-img>'), { amp: 1 }],
    ['an invitation', calendar('text/calendar; method=REQUEST', 'METHOD:REQUEST'), { invitations: 1 }],
    ['an invitation, told by its text alone', calendar('text/calendar', 'METHOD:REQUEST'), { invitations: 1 }],
    ['an invitation as a file', calendar('application/ics; name=a.ics', 'METHOD:REQUEST'), { invitations: 1 }],
    ['an entry that is only told', calendar('text/calendar; method=PUBLISH', 'METHOD:PUBLISH\nATTACH:CID:1'), {}],
    [
      'files of an entry',
      calendar('text/calendar', 'METHOD:PUBLISH\nATTACH;FMTTYPE=image/png:https://t.exam\n ple/x\nURL:https://t.example'),
      { calendarFiles: 2 },
    ],
    [
      'From and Subject alone: copied off a screen',
      'From: a@a.example\nTo: b@b.example\nSubject: s\nDate: Mon, 5 Oct 2026 09:12:00 +0900\n\nwords',
      { unread: 1 },
    ],
    [
      'what Outlook notes of a mail, without the header that came with it',
      'From: a@a.example\nTo: b@b.example\nSubject: s\nMessage-ID: <1@a.example>\n\nwords',
      { unread: 1 },
    ],
    ['a header that was cut', `${HEAD}\nwords`, { unread: 1 }],
    ['a source whose page was copied off the screen', `${HEAD}Content-Type: text/html\n\nwords without a tag`, { unread: 1 }],
  ])('%s', (_, source, expected) => expect(counted(mail(source))).toEqual(expected));

  const copied = `${HEAD}Content-Type: text/plain\n\nwords that anyone can read`;
  test.each([
    ['copied as it is', copied, 0],
    ['quoted', copied.replace(/^/gm, '> '), 0],
    ['copied with the table of the page that shows it', `Original Message\nMessage ID\t<a@a.example>\nSPF:\tPASS\nDKIM:\tPASS\nDMARC:\tPASS\n\n${copied}`, 0],
    ['copied without its first lines', ` by b.example with ESMTPS id abc\n for <b@b.example>;\n${copied}`, 1],
  ])('a source, %s', (_, source, unread) => {
    const { form, beacons } = read({ bytes: Buffer.from(source) });
    expect([form, beacons.unread]).toEqual(['mail', unread]);
  });

  test('a page saved by itself is no mail, and is counted all the same', () => {
    expect(counted(read({ bytes: Buffer.from(`<html><img src="${U}"></html>`), name: 'a.html' }).beacons)).toEqual({ remoteImages: 1 });
  });
});

describe('hostile markup', () => {
  test('elements nested beyond the limit: their sheets are not told from text', () => {
    expect(html(`${'<div>'.repeat(600)}<style>p{background:url(${U})}</style>`).unread).toBeGreaterThan(0);
  });

  test('a style broken into pieces beyond its limit is told as unread', () => {
    expect(html(`<div style="${'&amp;'.repeat(5_000)};background:url(${U})">x</div>`).unread).toBe(1);
  });

  test('any markup gives counts', () => {
    const piece = fc.constantFrom(
      '<img ',
      'src=',
      '"',
      "'",
      '>',
      '<!--[if mso]>',
      '-->',
      '<style>',
      '</style>',
      'url(',
      '//t.example',
      '\\',
      '@import',
      ',',
      ' ',
      '<base href=',
      'srcset=',
      '<svg>',
      '<title>',
      '&#',
      'data:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const n of Object.values(html(pieces.join('')))) expect(n).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('an address of this page, wherever it is put among its neighbours, is found', () => {
    const noise = fc.constantFrom(
      '<p>x</p>',
      '<b>',
      '</div>',
      '<!-- c -->',
      '<table><tr><td>',
      '<style>p{}</style>',
      '<br/>',
      'text &amp; more',
      '<a href="https://a.example">a</a>',
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 20 }), fc.array(noise, { maxLength: 20 }), (before, after) => {
        const { remoteImages, pixels } = html(`${before.join('')}<img src="${U}">${after.join('')}`);
        expect(remoteImages + pixels).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
