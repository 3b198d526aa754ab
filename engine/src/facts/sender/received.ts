import { asDomain } from './domain.js';
import { asAddress, isPrivate } from './network.js';
import { readTime } from './time.js';
import { FIELD_UNITS, type Token, tokensOf } from './tokens.js';

/** One Received field (RFC 5321, 4.4), read. */
export type Trace = {
  readonly from: string | null;
  /** The name in the DNS beside HELO; as far as the server that wrote it checks such names. */
  readonly name: string | null;
  readonly address: string | null;
  readonly by: string | null;
  readonly with: string | null;
  readonly for: string | null;
  readonly time: number | null;
  readonly private: boolean;
  readonly authenticated: boolean;
  /** Who signed in, where the server tells. */
  readonly user: string | null;
  /** Postfix: it writes a client's name only if it leads back to the address, and `unknown` otherwise. */
  readonly isPostfix: boolean;
};

const CLAUSES: ReadonlySet<string> = new Set(['from', 'by', 'via', 'with', 'id', 'for']);

const LONGEST_CLAUSE = 4;

/** Protocols of RFC 3848 and 6531 that say "with authentication"; Exim's older `asmtp`. */
const SIGNED_IN = /^(?:utf8)?e?smtps?a$|^asmtp$/i;

export function readReceived(value: string): Trace {
  const text = value.length > FIELD_UNITS ? value.slice(0, FIELD_UNITS) : value;
  const clauses = clausesOf(tokensOf(text, ';'));
  const from = clauses.get('from') ?? [];
  const by = clauses.get('by') ?? [];
  const protocol = wordsOf(clauses.get('with'));
  const all = [...clauses.values()].flat();
  const address = addressIn(from);
  const user = userIn(all);
  const helo = wordsOf(from);
  return {
    from: helo === '' ? (heloIn(from) ?? null) : helo,
    name: nameIn(from),
    address,
    by: hostIn(by),
    with: protocol === '' ? null : protocol,
    for: /^<?([^<>\s]{1,320})>?$/.exec(wordsOf(clauses.get('for')))?.[1]?.toLowerCase() ?? null,
    time: readTime(text.slice(text.lastIndexOf(';') + 1)),
    private: address === null ? helo === '' : isPrivate(address),
    authenticated: SIGNED_IN.test(protocol.split(' ')[0] ?? '') || user !== null,
    user: user === '' ? null : user,
    isPostfix: [...by, ...(clauses.get('with') ?? [])].some(({ kind, text: words }) => kind === 'comment' && /^postfix\b/i.test(words)),
  };
}

/** Words and comments behind each clause's name; a clause comes once, so that a HELO named "by" begins none. */
function clausesOf(tokens: readonly Token[]): Map<string, Token[]> {
  const clauses = new Map<string, Token[]>();
  let open: Token[] | null = null;
  for (const token of tokens) {
    if (token.kind === 'sign') break;
    const name = token.kind === 'word' && token.text.length <= LONGEST_CLAUSE ? token.text.toLowerCase() : '';
    if (CLAUSES.has(name) && !clauses.has(name) && !(name === 'from' && clauses.size > 0) && open?.length !== 0) {
      open = [];
      clauses.set(name, open);
    } else open?.push(token);
  }
  return clauses;
}

function wordsOf(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .filter((token) => token.kind === 'word')
    .map((token) => token.text)
    .join(' ');
}

function hostIn(tokens: readonly Token[]): string | null {
  const word = wordsOf(tokens).split(' ', 1)[0] ?? '';
  return word === '' ? null : word.toLowerCase();
}

/** The address that the server saw stands in square brackets, or alone; in comments first, since HELO is the client's own word. */
function addressIn(tokens: readonly Token[]): string | null {
  const comments = tokens.filter((token) => token.kind === 'comment' && !/^[he][eh]lo\b/i.test(token.text));
  for (const { text } of comments) {
    for (const piece of text.split(/[\s,]+/)) {
      const isAddress = piece.startsWith('[') || comments.length === 1 || text === piece;
      const address = isAddress ? asAddress(piece.replace(/(\]):\d+$/, '$1')) : null;
      if (address !== null) return address;
    }
  }
  for (const { kind, text } of tokens) {
    const address = kind === 'word' ? asAddress(text) : null;
    if (address !== null) return address;
  }
  return null;
}

/** `(mail.example.org [192.0.2.1])`: the name before the address. */
function nameIn(tokens: readonly Token[]): string | null {
  for (const { kind, text } of tokens) {
    if (kind !== 'comment') continue;
    const [name = '', address = ''] = text.split(/\s+/, 2);
    if (address.startsWith('[')) return asDomain(name);
  }
  return null;
}

function heloIn(tokens: readonly Token[]): string | null {
  for (const { kind, text } of tokens) {
    const match = kind === 'comment' ? /\b(?:helo|ehlo)[= ]"?([^\s")]{1,255})/i.exec(text) : null;
    if (match !== null) return match[1] as string;
  }
  return null;
}

/** Postfix's `(Authenticated sender: name)`, Courier's `(AUTH: LOGIN name, ...)`; '' if a name is not told. */
function userIn(tokens: readonly Token[]): string | null {
  for (const { kind, text } of tokens) {
    if (kind !== 'comment') continue;
    // A client's own name in the DNS may begin so; it stands before an address in brackets.
    if (text.includes('[')) continue;
    const match = /^authenticated(?:[ -](?:sender|user|id))?(?:[:=]\s*|\s+|$)(\S{0,320})|^auth: [\w-]{1,20} (\S{1,320})/i.exec(text);
    const user = (match?.[1] ?? match?.[2] ?? '').replace(/[,;]$/, '').toLowerCase();
    if (match !== null) return user.includes('=') ? '' : user;
  }
  return null;
}
