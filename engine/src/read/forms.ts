import { latin1 } from '../ascii.js';
import { PART_DEPTH, RTF_BYTES } from './limits.js';
import { deliver } from './outlook/deliver.js';
import { readMsg } from './outlook/msg.js';
import { isRtf, readRtf } from './outlook/rtf.js';
import { isTnef, readTnef } from './outlook/tnef.js';
import { tellHeaders } from './pasted-headers.js';
import { openCms } from './smime/cms.js';
import { beginsWithHeader } from './source.js';
import { toUtf8 } from './utf8.js';
import type { File, Walk } from './walk.js';

const SMIME_TYPE = /^application\/(x-)?pkcs7-mime$/;
const MESSAGE_NAME = /\.(eml|mht|mhtml)$/i;
const MESSAGE_TYPE = /^(application\/(x-mimearchive|mime)|message\/(rfc822|global))$/;
const PROTECTED = /\.rpmsg$/i;

/** Opens a file that is itself a message or holds one; false if it is none of the forms that are known here. Total. */
export function openForm(walk: Walk, file: File): boolean {
  const { bytes, name, type, id, depth } = file;
  if (bytes.length === 0) return false;
  if (type === 'text/rfc822-headers' || type === 'message/rfc822-headers') {
    tellHeaders(walk, bytes, id, false);
    return true;
  }
  if (PROTECTED.test(name) || type === 'application/x-microsoft-rpmsg-message') {
    walk.tell({ id: 'encrypted' });
    return true;
  }
  const isMime = (MESSAGE_NAME.test(name) || MESSAGE_TYPE.test(type)) && beginsWithHeader(bytes.subarray(bare(bytes)));
  const isCms = SMIME_TYPE.test(type) || /\.p7[ms]$/i.test(name);
  const outlook = isTnef(bytes) ? readTnef(bytes) : readMsg(bytes);
  if (outlook === null && !isMime && !isCms) return readRichText(walk, file);
  if (depth >= PART_DEPTH) walk.tell({ id: 'too-deep', detail: String(PART_DEPTH) });
  else if (outlook !== null) deliver(walk, outlook, id, depth);
  else if (isMime) walk.message(bytes.subarray(bare(bytes)), id, depth + 1);
  else return readCms(walk, file);
  return true;
}

function readCms(walk: Walk, { bytes, id, depth }: File): boolean {
  // Outlook saves the signed entity itself under this name.
  if (/^content-type:/i.test(latin1(bytes, 0, Math.min(bytes.length, 13)))) {
    walk.entity(bytes, id, depth + 1);
    return true;
  }
  const cms = openCms(bytes);
  if (cms === null) return false;
  if (cms.kind === 'encrypted') walk.tell({ id: 'encrypted' });
  else if (cms.kind === 'unread') walk.tell({ id: 'attachment-unread', detail: cms.what });
  else if (cms.kind === 'signed') {
    if (cms.cut) walk.tell({ id: 'truncated' });
    walk.entity(cms.content, id, depth + 1);
  }
  return true;
}

function readRichText(walk: Walk, { bytes, name, id }: File): boolean {
  if (!isRtf(bytes)) return false;
  if (bytes.length > RTF_BYTES) walk.tell({ id: 'text-cut', detail: `${RTF_BYTES / 1024 / 1024} MB` });
  const rtf = readRtf(bytes.subarray(0, RTF_BYTES));
  if (rtf.charset !== null) walk.tell({ id: 'charset', detail: rtf.charset.slice(0, 40) });
  // Under the name of another program it is most often there to attack that program: its words are read, and it is still told.
  if (rtf.pictured || (name !== '' && !/\.rtf$/i.test(name))) walk.tell({ id: 'attachment-unread', detail: name === '' ? 'RTF' : name });
  walk.text(toUtf8(rtf.text), 'utf-8', rtf.kind, id);
  if (rtf.hidden.trim() !== '') walk.gathered.parts.push({ id: `${id}/hidden`, kind: 'hidden', text: rtf.hidden });
  return true;
}

/** Where the message begins, behind a byte order mark and blank lines. */
function bare(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32) at++;
  return at;
}
