import { beginsAsMbox, splitMbox } from '@hattari/engine';
import type { Given } from './protocol.js';

/** Messages of a mailbox that are looked at: a person reads no more than these at once, and `hattari scan` reads them all. */
const MESSAGES = 50;

/** The messages of what was given, and how many are left out. */
export function messagesOf({ bytes, name }: Given): { readonly messages: readonly Given[]; readonly more: number } {
  if (beginsAsMbox(bytes, true) !== true) return { messages: [{ bytes, name }], more: 0 };
  const messages: Given[] = [];
  let more = 0;
  for (const message of splitMbox(bytes)) {
    if (messages.length < MESSAGES) messages.push({ bytes: message, name });
    else more++;
  }
  return { messages, more };
}
