import type { Header } from '../../model.js';
import { asDomain } from './domain.js';
import type { AuthResult, SenderReport } from './report.js';
import { FIELD_UNITS } from './tokens.js';

/** Signatures that are listed: honest mail has one to four. */
const SIGNATURES = 20;
/** Sets of ARC that a chain may have (RFC 8617, 5.2). */
const ARC_SETS = 50;

/** `tag=value` of DKIM-Signature and ARC-Seal (RFC 6376, 3.2). */
function tagsOf(value: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const pair of value.slice(0, FIELD_UNITS).split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (name !== '' && !tags.has(name)) tags.set(name, pair.slice(equals + 1).trim());
  }
  return tags;
}

/** Who says to have signed the letter. Without the key in the DNS nobody can tell whether it is true. */
export function signaturesOf(headers: readonly Header[]): SenderReport['signatures'] {
  const signatures: { domain: string; selector: string }[] = [];
  for (const { name, value } of headers) {
    if (name !== 'dkim-signature' || signatures.length >= SIGNATURES) continue;
    const tags = tagsOf(value);
    const domain = asDomain(tags.get('d') ?? '');
    const selector = tags.get('s') ?? '';
    // RFC 6376, 6.1.1: a signature that lacks one of these, or does not sign From, is none.
    const signsFrom = (tags.get('h') ?? '')
      .toLowerCase()
      .split(':')
      .some((field) => field.trim() === 'from');
    if (domain !== null && selector !== '' && tags.has('b') && tags.has('bh') && signsFrom) signatures.push({ domain, selector: selector.slice(0, 100) });
  }
  return signatures;
}

/** The chain of ARC (RFC 8617, 5.2): whole if every set has its three fields, once, and each seal but the first says that the chain was good. */
export function readArc(headers: readonly Header[]): { readonly sets: number; readonly whole: boolean } | null {
  const seen = new Map<number, { fields: Set<string>; cv: string; twice: boolean }>();
  for (const { name, value } of headers) {
    if (name !== 'arc-seal' && name !== 'arc-message-signature' && name !== 'arc-authentication-results') continue;
    const i = Number(/^\s*i\s*=\s*(\d{1,3})\s*(?:;|$)/.exec(value)?.[1] ?? tagsOf(value).get('i') ?? Number.NaN);
    if (!Number.isInteger(i) || i < 1 || i > ARC_SETS) return { sets: seen.size, whole: false };
    const set = seen.get(i) ?? { fields: new Set<string>(), cv: '', twice: false };
    if (set.fields.has(name)) set.twice = true;
    set.fields.add(name);
    if (name === 'arc-seal') set.cv = (tagsOf(value).get('cv') ?? '').toLowerCase();
    seen.set(i, set);
  }
  if (seen.size === 0) return null;
  let whole = true;
  for (let i = 1; i <= seen.size; i++) {
    const set = seen.get(i);
    if (set === undefined || set.twice || set.fields.size !== 3 || set.cv !== (i === 1 ? 'none' : 'pass')) whole = false;
  }
  return { sets: seen.size, whole };
}

/** What the trusted results, or nobody, say of the chain. */
export function arcOf(headers: readonly Header[], result: AuthResult | undefined): SenderReport['arc'] {
  const chain = readArc(headers);
  return chain === null ? null : { ...chain, result: result ?? 'unknown' };
}
