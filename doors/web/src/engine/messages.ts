import { beginsAsMbox, splitMbox } from '@hattari/engine';
import type { Given } from './protocol.js';

/** Messages that are looked at: a person reads no more than these at once, and `hattari scan` reads them all. */
const MESSAGES = 50;

/** The messages of what was given, mailboxes taken apart, and how many are left out. */
export function messagesOf(given: readonly Given[]): { readonly messages: readonly Given[]; readonly more: number } {
  const messages: Given[] = [];
  let more = 0;
  for (const { bytes, name } of given) {
    for (const message of beginsAsMbox(bytes, true) === true ? splitMbox(bytes) : [bytes]) {
      if (messages.length < MESSAGES) messages.push({ bytes: message, name });
      else more++;
    }
  }
  return { messages, more };
}
