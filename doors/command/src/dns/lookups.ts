import type { LiveProblem } from '@hattari/engine';

export type RecordType = 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT';

/** Asks the DNS as `resolve` of node:dns/promises does, with its answers and its error codes. */
export type Resolve = (name: string, type: RecordType) => Promise<readonly unknown[]>;

export type Limits = typeof LIMITS;

/** Each stops a letter or a zone that is made to keep the checker busy, or to make it ask others in its stead. */
export const LIMITS = {
  /** Milliseconds for one look-up: name servers that never answer. */
  lookupTime: 4_000,
  /** Milliseconds for all look-ups of one message: many that answer just in time. */
  messageTime: 20_000,
  /** Different look-ups of one method for one message: SPF that fans out. RFC 7208 (4.6.4) allows 10 terms, and 10 names for each `mx` among them. */
  lookups: 40,
  /** Records of one answer; the apex of large companies has some tens of TXT records. */
  records: 500,
  /** Strings that the records of one answer are cut into, each at most 255 bytes; a message of the DNS holds 65,535 bytes. */
  strings: 1_000,
  /** Answers that are kept; about 300 bytes each. */
  kept: 50_000,
  /** Milliseconds that an answer is kept, and that a failure is: a dead name server must not cost a wait per message. */
  keptTime: 600_000,
  failureTime: 60_000,
};

/** Characters of a full name, and of a label: 253 and 63 (RFC 1035, 2.3.4). */
const LONGEST_NAME = 253;
const NAME = /^(?=.{1,253}$)(?:[\x21-\x2d\x2f-\x7e]{1,63}\.)+[\x21-\x2d\x2f-\x7e]{1,63}$/;

type Answer = { readonly records: readonly unknown[] } | { readonly absent: string } | { readonly failed: LiveProblem['id'] };
type Kept = { readonly answer: Promise<Answer>; until: number };

/** The DNS, asked for a whole run: bounded in time, number and size; what was asked once is kept for a while. */
export class Lookups {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly resolve: Resolve,
    readonly limits: Limits = LIMITS,
    readonly clock: () => number = () => performance.now(),
  ) {}

  answer(name: string, type: RecordType): Promise<Answer> {
    const key = `${type} ${name.toLowerCase()}`;
    const known = this.kept.get(key);
    if (known !== undefined && known.until > this.clock()) return known.answer;
    this.kept.delete(key);
    const entry: Kept = { answer: this.ask(name, type), until: this.clock() + this.limits.keptTime };
    void entry.answer.then((answer) => {
      if ('failed' in answer) entry.until = this.clock() + this.limits.failureTime;
    });
    // The oldest goes first: a Map keeps the order of insertion.
    if (this.kept.size >= this.limits.kept) for (const oldest of this.kept.keys()) if (this.kept.delete(oldest)) break;
    this.kept.set(key, entry);
    return entry.answer;
  }

  private async ask(name: string, type: RecordType): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer>((settle) => {
      timer = setTimeout(() => settle({ failed: 'dns-timeout' }), this.limits.lookupTime);
    });
    const asked = this.resolve(name, type).then(
      (records) => this.bounded(records),
      (cause: NodeJS.ErrnoException) => failureOf(cause?.code ?? ''),
    );
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private bounded(records: readonly unknown[]): Answer {
    let strings = 0;
    for (const record of records) strings += Array.isArray(record) ? record.length : 1;
    return records.length > this.limits.records || strings > this.limits.strings ? { failed: 'dns-unreadable' } : { records };
  }
}

function failureOf(code: string): Answer {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return { absent: code };
    // What cannot be a name in the DNS is not there.
    case 'EBADNAME':
    case 'ERR_INVALID_ARG_VALUE':
      return { absent: 'ENOTFOUND' };
    case 'ETIMEOUT':
    case 'ECANCELLED':
      return { failed: 'dns-timeout' };
    case 'EBADRESP':
    case 'EFORMERR':
      return { failed: 'dns-unreadable' };
    default:
      return { failed: 'dns-failed' };
  }
}

/** The look-ups of one message. */
export class Asking {
  private readonly asked = new Set<string>();
  private readonly end: number;
  readonly problems = new Map<LiveProblem['id'], LiveProblem>();

  constructor(private readonly dns: Lookups) {
    this.end = dns.clock() + dns.limits.messageTime;
  }

  get count(): number {
    return this.asked.size;
  }

  /** A resolver for one method, which cannot use up the look-ups of another. */
  resolver(): MethodResolver {
    const own = new Set<string>();
    const resolver = {
      failed: false,
      exceeded: false,
      resolve: async (name: string, type: RecordType): Promise<readonly unknown[]> => {
        const answer = await this.answer(name, type, own);
        if ('records' in answer) return answer.records;
        if ('absent' in answer) throw Object.assign(new Error(answer.absent), { code: answer.absent });
        this.problems.set(answer.failed, { id: answer.failed, detail: name.slice(0, LONGEST_NAME) });
        if (answer.failed === 'dns-too-many') {
          resolver.exceeded = true;
          throw Object.assign(new Error(answer.failed), { code: 'ELIMIT', spfResult: { error: 'permerror', text: answer.failed } });
        }
        resolver.failed = true;
        // Whatever the failure: mailauth passes over all but a time-out within an `include`, and would make a forgery of it.
        throw Object.assign(new Error(answer.failed), { code: 'ETIMEOUT', spfResult: { error: 'temperror', text: answer.failed } });
      },
    };
    return resolver;
  }

  private async answer(name: string, type: RecordType, own: Set<string>): Promise<Answer> {
    const { limits } = this.dns;
    // A domain without a registered part (a single label, a public suffix) is looked up by mailauth as this.
    if (!NAME.test(name) || name === '_dmarc.null') return { absent: 'ENOTFOUND' };
    const key = `${type} ${name.toLowerCase()}`;
    if (!own.has(key) && own.size >= limits.lookups) return { failed: 'dns-too-many' };
    if (this.dns.clock() >= this.end) return { failed: 'dns-timeout' };
    own.add(key);
    this.asked.add(key);
    return await this.dns.answer(name, type);
  }
}

/** `failed`: something asked was not answered; `exceeded`: there was more to ask than is allowed. */
export type MethodResolver = { readonly resolve: Resolve; readonly failed: boolean; readonly exceeded: boolean };
