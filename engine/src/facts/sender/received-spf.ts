import type { ParsedResult } from './authentication-results.js';
import { asDomain, domainOf } from './domain.js';
import { AUTH_RESULTS, type AuthResult } from './report.js';
import { tokensOf } from './tokens.js';

/** `receiver` is who wrote it, if it tells. */
export type ReceivedSpf = { readonly result: ParsedResult; readonly receiver: string | null };

/** Reads a Received-SPF field (RFC 7208, 9.1); the comment, where Google writes the domain, counts where no key tells it. */
export function readReceivedSpf(value: string): ReceivedSpf {
  const tokens = tokensOf(value, ';');
  const word = (tokens.find((token) => token.kind === 'word')?.text ?? '').toLowerCase();
  const keys = new Map<string, string>();
  for (const { kind, text } of tokens) {
    const equals = kind === 'word' ? text.indexOf('=') : -1;
    if (equals > 0) keys.set(text.slice(0, equals).toLowerCase(), text.slice(equals + 1).replace(/[<>]/g, ''));
  }
  const comment = tokens.find((token) => token.kind === 'comment')?.text ?? '';
  const sender = keys.get('envelope-from') ?? keys.get('mailfrom') ?? /\bdomain of (?:transitioning )?([^\s;]{1,320})/i.exec(comment)?.[1] ?? '';
  const writer = keys.get('receiver') ?? /^([^\s:]{1,253}):/.exec(comment)?.[1] ?? '';
  const result: AuthResult = (AUTH_RESULTS as readonly string[]).includes(word) ? (word as AuthResult) : word === 'hardfail' ? 'fail' : 'unknown';
  return { result: { method: 'spf', result, domain: sender.includes('@') ? domainOf(sender) : asDomain(sender), policy: null }, receiver: asDomain(writer) };
}
