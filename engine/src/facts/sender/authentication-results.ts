import { asDomain, domainOf } from './domain.js';
import { AUTH_RESULTS, type AuthMethod, type AuthResult, type DmarcPolicy } from './report.js';
import { type Token, tokensOf } from './tokens.js';

/** Results of one field that are kept: a letter with ten signatures has a dozen. */
const RESULTS = 60;

export type ParsedResult = {
  readonly method: AuthMethod;
  readonly result: AuthResult;
  readonly domain: string | null;
  readonly policy: DmarcPolicy | null;
};

/** `id` is null in Microsoft's form, which names none; `instance` is the i= of ARC. */
export type ParsedField = { readonly id: string | null; readonly instance: number | null; readonly results: readonly ParsedResult[] };

const METHODS: ReadonlySet<string> = new Set<AuthMethod>(['spf', 'dkim', 'dmarc', 'arc', 'auth', 'iprev', 'sender-id', 'compauth']);

/** Words that are not in RFC 8601 but are written: by Microsoft, by older Japanese gateways. */
const SYNONYMS: Readonly<Record<string, AuthResult>> = {
  hardfail: 'fail',
  error: 'temperror',
  bestguesspass: 'none',
  'temp-error': 'temperror',
  discard: 'fail',
};

/** The property that tells whom a method speaks of, the best first. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.mfrom', 'smtp.mail', 'envelope-from', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
  auth: ['smtp.auth'],
  'sender-id': ['header.from'],
};

/**
 * Reads an Authentication-Results or ARC-Authentication-Results field (RFC 8601, 2.2; RFC 8617, 4.1.1), leniently: with comments
 * and versions, without the id (Microsoft), without the semicolon behind it (Yahoo! JAPAN), with several methods as one (docomo).
 */
export function readAuthenticationResults(value: string): ParsedField {
  const statements = split(tokensOf(value, ';'));
  let id: string | null = null;
  let instance: number | null = null;
  const results: ParsedResult[] = [];
  for (const [k, statement] of statements.entries()) {
    const words = joinedAtEquals(statement);
    const first = words[0] ?? '';
    const arc = /^i\s*=\s*(\d{1,3})$/.exec(first);
    if (arc !== null && results.length === 0) {
      instance = Number(arc[1]);
      continue;
    }
    const isId = id === null && results.length === 0 && first !== '' && !first.includes('=') && k <= 1;
    if (isId) id = first.toLowerCase();
    for (const result of readStatement(isId ? words.slice(1) : words, statement)) {
      if (results.length < RESULTS) results.push(result);
    }
  }
  return { id, instance, results };
}

function split(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sign') statements.push([]);
    else (statements.at(-1) as Token[]).push(token);
  }
  return statements;
}

/** `spf = pass` is one word in three. */
function joinedAtEquals(statement: readonly Token[]): string[] {
  const words: string[] = [];
  let open = false;
  for (const { kind, text } of statement) {
    if (kind !== 'word') continue;
    if ((open || text.startsWith('=')) && words.length > 0) words[words.length - 1] += text;
    else words.push(text);
    open = text.endsWith('=');
  }
  return words;
}

/** One statement holds one method; Zoho and docomo write several. A method is what has a known name and is no property. */
function readStatement(words: readonly string[], statement: readonly Token[]): ParsedResult[] {
  const found: { methods: string[]; result: string; properties: Map<string, string> }[] = [];
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals <= 0) continue;
    const name = word.slice(0, equals).toLowerCase();
    const value = word.slice(equals + 1);
    const methods = name.split('/').filter((part) => METHODS.has(part));
    const isMethod = methods.length > 0 && !name.includes('.');
    if (isMethod) found.push({ methods, result: value.toLowerCase(), properties: new Map() });
    else if (!found.at(-1)?.properties.has(name)) found.at(-1)?.properties.set(name, value);
  }
  const policy = policyIn(statement);
  return found.flatMap(({ methods, result, properties }) =>
    methods.map((method) => ({
      method: method as AuthMethod,
      result: resultOf(result),
      domain: domainIn(method, properties),
      policy: method === 'dmarc' ? policy : null,
    })),
  );
}

function resultOf(word: string): AuthResult {
  const known = (AUTH_RESULTS as readonly string[]).includes(word) ? (word as AuthResult) : undefined;
  return known ?? (Object.hasOwn(SYNONYMS, word) ? (SYNONYMS[word] as AuthResult) : 'unknown');
}

function domainIn(method: string, properties: ReadonlyMap<string, string>): string | null {
  for (const name of PROPERTIES[method] ?? []) {
    const value = properties.get(name)?.replace(/[<>]/g, '');
    if (value !== undefined && value !== '') return value.includes('@') ? domainOf(value) : asDomain(value);
  }
  return null;
}

/** `(p=REJECT sp=REJECT dis=NONE)`, as Google, OpenDMARC and Fastmail comment it. */
function policyIn(statement: readonly Token[]): DmarcPolicy | null {
  for (const { kind, text } of statement) {
    if (kind !== 'comment') continue;
    const match = /(?:^|[\s,;])(?:p|policy)=(none|quarantine|reject)\b/i.exec(text);
    if (match !== null) return (match[1] as string).toLowerCase() as DmarcPolicy;
  }
  return null;
}
