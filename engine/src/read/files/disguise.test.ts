import { describe, expect, test } from 'vitest';
import { inspect } from './disguise.js';
import {
  APK_MANIFEST,
  bytesOf,
  cab,
  ELF,
  EXE,
  GIF,
  gzip,
  HEIC,
  iso,
  JPG,
  LNK,
  lockedZip,
  MP4,
  OLE,
  OLE_MACROS,
  ONE,
  office,
  PDF,
  PNG,
  RTF,
  rar4,
  rar5,
  tar,
  WEBP,
  zip,
} from './made-files.test-data.js';

const page = (inside: string): Uint8Array => bytesOf(`<!doctype html><html><body>${inside}</body></html>`);
const text = (words: string): Uint8Array => bytesOf(words);
const BUILDS = '<script>const b = new Blob([atob("TVqQ")]); location = URL.createObjectURL(b)</script>';

describe('disguised, or running what nobody expects', () => {
  test.each<[string, string, Uint8Array, string, string]>([
    // name, declared type, bytes, how, what it really is
    ['写真.jpg.exe', 'image/jpeg', EXE, 'double-extension', 'program'],
    ['video.mp4.scr', '', EXE, 'double-extension', 'program'],
    ['invoice.pdf.js', '', text('var a=1'), 'double-extension', 'script'],
    ['請求書.pdf.lnk', '', LNK, 'double-extension', 'shortcut'],
    ['photo.png.vbs', '', text('x'), 'double-extension', 'script'],
    ['proof.docx.hta', '', text('x'), 'double-extension', 'script'],
    ['song.mp3 .exe', '', EXE, 'double-extension', 'program'],
    ['list.xlsx.iso', '', iso('A.TXT'), 'double-extension', 'disk-image'],
    ['album.jpg.apk', '', zip(APK_MANIFEST), 'double-extension', 'phone-app'],
    ['letter.txt.url', '', text('[InternetShortcut]'), 'double-extension', 'shortcut'],
    ['scan.pdf.msi', '', OLE, 'double-extension', 'installer'],
    ['me.jpeg.command', '', text('#!/bin/sh'), 'double-extension', 'script'],
    ['a.pdf.EXE', '', EXE, 'double-extension', 'program'],
    ['a.pdf.exe.', '', EXE, 'double-extension', 'program'],
    ['a.pdf.exe   ', '', EXE, 'double-extension', 'program'],
    ['a.jpg.e\u200bxe', '', EXE, 'double-extension', 'program'],
    ['photo\u202egpj.exe', '', EXE, 'reversed-name', 'program'],
    ['my\u202efdp.scr', '', EXE, 'reversed-name', 'program'],
    ['x\u202d4pm.exe', '', EXE, 'reversed-name', 'program'],
    ['clip\u20674pm.exe', '', EXE, 'reversed-name', 'program'],
    ['movie\u202e3pm', '', EXE, 'reversed-name', 'program'],
    ['family photo                                        .exe', '', EXE, 'hidden-ending', 'program'],
    ['動画\u3000\u3000\u3000\u3000\u3000\u3000.scr', '', EXE, 'hidden-ending', 'program'],
    ['report__________________.cmd', '', text('x'), 'hidden-ending', 'script'],
    ['photo.jpg', 'image/jpeg', EXE, 'type-unlike-name', 'program'],
    ['photo.jpg', 'image/jpeg', LNK, 'type-unlike-name', 'shortcut'],
    ['movie.mp4', 'video/mp4', ELF, 'type-unlike-name', 'program'],
    ['bill.pdf', 'application/pdf', EXE, 'type-unlike-name', 'program'],
    ['bill.pdf', 'application/pdf', page('hello'), 'type-unlike-name', 'page'],
    ['photo.png', 'image/png', page('hello'), 'type-unlike-name', 'page'],
    ['photo.jpg', 'image/jpeg', zip({ 'a.txt': text('a') }), 'type-unlike-name', 'archive'],
    ['film.avi', '', rar4('film.txt'), 'type-unlike-name', 'archive'],
    ['note.docx', '', EXE, 'type-unlike-name', 'program'],
    ['read.txt', 'text/plain', LNK, 'type-unlike-name', 'shortcut'],
    ['photo.gif', 'image/gif', ONE, 'type-unlike-name', 'notebook'],
    ['track.mp3', '', text('#!/bin/bash\n'), 'type-unlike-name', 'script'],
    ['setup.exe', '', EXE, 'program', 'program'],
    ['install.bat', '', text('echo'), 'program', 'script'],
    ['run.ps1', '', text('x'), 'program', 'script'],
    ['app.apk', '', zip(APK_MANIFEST), 'program', 'phone-app'],
    ['call-app', '', zip(APK_MANIFEST), 'program', 'phone-app'],
    ['vpn.mobileconfig', '', text('<?xml'), 'program', 'settings'],
    ['disk.img', '', iso('A.TXT'), 'program', 'disk-image'],
    ['notes.one', '', ONE, 'program', 'notebook'],
    ['tool.dmg', '', text('x'), 'program', 'disk-image'],
    ['file', 'application/octet-stream', EXE, 'program', 'program'],
    ['sheet.xlsm', '', office('xl/workbook.xml'), 'macros', 'macro-document'],
    ['sheet.xlsx', '', office('xl/workbook.xml', { 'xl/vbaProject.bin': OLE }), 'macros', 'macro-document'],
    ['old.doc', 'application/msword', OLE_MACROS, 'macros', 'macro-document'],
    ['message.html', 'text/html', page(BUILDS), 'builds-a-file', 'page'],
    ['secure.htm', '', page('<script>navigator.msSaveOrOpenBlob(b, "x.iso")</script>'), 'builds-a-file', 'page'],
    ['login.html', 'text/html', page('<form><input name=p type="password"></form>'), 'asks-password', 'page'],
    ['logo.svg', 'image/svg+xml', text('<svg xmlns="x"><script>location="//x.example"</script></svg>'), 'script-in-picture', 'script'],
    ['pic.svg', '', text('<?xml version="1.0"?><svg onload="a()"></svg>'), 'script-in-picture', 'script'],
    ['form.pdf', 'application/pdf', text('%PDF-1.4\n<< /S /Launch /F (cmd.exe) >>'), 'starts-something', 'pdf'],
    ['proof.zip', '', zip({ 'video.mp4.exe': EXE }), 'in-archive', 'program'],
    ['proof.zip', '', zip({ 'photos/1.jpg': JPG, 'photos/2.jpg': EXE }), 'in-archive', 'program'],
    ['proof.zip', '', zip({ 'inner.zip': zip({ 'a.scr': EXE }) }), 'in-archive', 'program'],
    ['proof.zip', '', lockedZip({ 'video.scr': EXE }), 'in-archive', 'program'],
    ['proof.rar', '', rar4('secret.exe'), 'in-archive', 'program'],
    ['proof.rar', '', rar5('secret.pdf.js'), 'in-archive', 'script'],
    ['proof.tar.gz', '', gzip(tar('run.sh', text('#!/bin/sh')), 'proof.tar'), 'in-archive', 'script'],
    ['film.gz', '', gzip(EXE, 'film.mp4.exe'), 'in-archive', 'program'],
    ['docs.cab', '', cab('a.lnk'), 'in-archive', 'shortcut'],
  ])('%j (%s)', (name, type, bytes, how, real) => {
    expect(inspect(name, type, bytes).pretence).toMatchObject({ how, real });
  });
});

describe('honest attachments', () => {
  test.each<[string, string, Uint8Array]>([
    ['photo.jpg', 'image/jpeg', JPG],
    ['IMG_0001.JPG', 'image/jpeg', JPG],
    ['photo.jpg', 'image/jpeg', PNG],
    ['screenshot 2026.11.29 at 10.15.png', 'image/png', PNG],
    ['anim.gif', 'image/gif', GIF],
    ['sticker.webp', 'image/webp', WEBP],
    ['IMG_2.HEIC', 'image/heic', HEIC],
    ['clip.mp4', 'video/mp4', MP4],
    ['clip.mov', 'video/quicktime', MP4],
    ['voice.m4a', 'audio/mp4', MP4],
    ['invoice.pdf', 'application/pdf', PDF],
    ['請求書_2026年11月.pdf', 'application/pdf', PDF],
    ['v1.2.final.pdf', 'application/pdf', PDF],
    ['minutes.docx', '', office('word/document.xml')],
    ['table.xlsx', '', office('xl/workbook.xml')],
    ['talk.pptx', '', office('ppt/presentation.xml')],
    ['letter.doc', 'application/msword', OLE],
    ['letter.doc', 'application/msword', RTF],
    ['letter.doc', 'application/msword', page('saved as a page')],
    ['report.xls', 'application/vnd.ms-excel', page('<table></table>')],
    ['report.xls', 'application/vnd.ms-excel', text('a\tb\n')],
    ['letter.rtf', 'application/rtf', RTF],
    ['text.odt', '', zip({ mimetype: text('application/vnd.oasis.opendocument.text'), 'content.xml': text('<x/>') })],
    ['book.epub', '', zip({ mimetype: text('application/epub+zip') })],
    ['notes.txt', 'text/plain', text('hello')],
    ['notes.txt', 'text/plain', text('MEETING notes')],
    ['BMW.txt', 'text/plain', text('BMW is a car, and this is a text')],
    ['data.csv', 'text/csv', text('a,b\n')],
    ['fix.patch', 'text/x-patch', text('--- a\n+++ b\n')],
    ['page.html', 'text/html', page('<h1>Report</h1><p>All is well</p>')],
    ['report.html', 'text/html', page('<script>document.title = "x"</script>')],
    ['form.html', 'text/html', page('<form><input type="text"></form>')],
    ['logo.svg', 'image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')],
    ['chart.svg', 'image/svg+xml', text('<?xml version="1.0"?><!-- made --><svg><text>on click = nothing</text></svg>')],
    ['photos.zip', '', zip({ '1.jpg': JPG, '2.jpg': JPG })],
    ['docs.zip', '', zip({ 'a.pdf': PDF, 'b.docx': office('word/document.xml') })],
    ['見積書.zip', '', lockedZip({ 'mitsumori.pdf': PDF })],
    ['nested.zip', '', zip({ 'inner.zip': zip({ 'a.txt': text('a') }) })],
    ['photos.rar', '', rar4('a.jpg')],
    ['photos.rar', '', rar5('a.jpg')],
    ['old.tar.gz', '', gzip(tar('notes.txt', text('hello')), 'old.tar')],
    ['log.gz', '', gzip(text('a log'), 'server.log')],
    ['docs.cab', '', cab('readme.txt')],
    ['archive.7z', '', text("7z\xbc\xaf'\x1c\0\x04")],
    ['invite.ics', 'text/calendar', text('BEGIN:VCALENDAR')],
    ['card.vcf', 'text/vcard', text('BEGIN:VCARD')],
    ['mail.eml', 'message/rfc822', text('From: a@example.org\n\nhello')],
    ['mail.msg', '', OLE],
    ['smime.p7s', 'application/pkcs7-signature', text('0\x82')],
    ['key.asc', 'application/pgp-keys', text('-----BEGIN')],
    ['winmail.dat', 'application/ms-tnef', text('\x78\x9f\x3e\x22')],
    ['', 'image/png', PNG],
    ['noname', '', text('hello')],
    ['שלום\u200f.pdf', 'application/pdf', PDF],
    ['\u202bמסמך\u202c.pdf', 'application/pdf', PDF],
    ['cafe\u0301.pdf', 'application/pdf', PDF],
    ['two  blanks.pdf', 'application/pdf', PDF],
    ['my_file_name_.pdf', 'application/pdf', PDF],
    ['example.com.pdf', 'application/pdf', PDF],
    ['Re: prices.exe.pdf', 'application/pdf', PDF],
    ['music.mp3', 'audio/mpeg', text('ID3\x03\0')],
    ['film.mkv', '', text('\x1aE\xdf\xa3')],
    ['tune.wav', '', text('RIFF\0\0\0\0WAVEfmt ')],
    ['thumb.bmp', 'image/bmp', text('BM\x36\0\0\0\0\0\0\0')],
  ])('%j (%s)', (name, type, bytes) => {
    expect(inspect(name, type, bytes).pretence).toBeNull();
  });
});

describe('archives are told where they could not be looked into', () => {
  test.each<[string, Uint8Array, boolean, boolean]>([
    // what it is, bytes, locked, all listed
    ['a plain ZIP', zip({ 'a.txt': text('a') }), false, true],
    ['a locked ZIP', lockedZip({ 'a.pdf': PDF }), true, true],
    ['a RAR with locked names', bytesOf('Rar!\x1a\x07\0\0\0\x73\x80\0\x0d\0', 20), true, false],
    ['a locked file in a RAR 5', rar5('a.pdf', true), true, true],
    ['a 7z, whose list is packed too', bytesOf("7z\xbc\xaf'\x1c\0\x04", 40), false, false],
    ['a ZIP cut off behind its first file', zip({ 'a.txt': text('a'), 'b.txt': text('b') }).subarray(0, 60), false, false],
    ['four archives in one another', zip({ a: zip({ b: zip({ c: zip({ 'd.txt': text('d') }) }) }) }), false, false],
    ['an empty ZIP', bytesOf('PK\x05\x06', 22), false, true],
  ])('%s', (_, bytes, locked, whole) => {
    expect(inspect('a.zip', '', bytes)).toMatchObject({ locked, whole });
  });
});

describe('bombs end within the limits', () => {
  const zeros = new Uint8Array(18 * 1024 * 1024);
  const begun = (bytes: Uint8Array): Uint8Array => {
    const copy = bytes.slice();
    copy.set(bytesOf('PK\x03\x04'));
    return copy;
  };
  const named = (inside: Uint8Array, n: number): Uint8Array => zip(Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}`, inside])));
  test.each<[string, () => Uint8Array]>([
    // why it is one, bytes
    ['more names than are listed', () => zip(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i}.txt`, new Uint8Array(0)])))],
    ['archives of archives of archives', () => named(named(named(bytesOf('x'), 60), 60), 60)],
    ['an archive that unpacks to 18 MB of nothing', () => zip({ 'a.zip': begun(zeros) })],
    ['a list that names a packed archive 1,500 times', () => named(zip({ 'a.zip': zip({ b: zeros.subarray(0, 1024) }) }), 1_500)],
  ])('%s', (_, make) => {
    expect(inspect('bomb.zip', '', make()).whole).toBe(false);
  });

  test('a file of nothing in a gzip is only looked at', () => {
    expect(inspect('a.gz', '', gzip(zeros, 'a.txt'))).toEqual({ pretence: null, locked: false, whole: true });
  });
});
