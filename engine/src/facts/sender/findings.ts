import { isAligned } from './domain.js';
import type { AuthResult, DmarcPolicy, SenderResult } from './report.js';

/** The believed results of one source, boiled down to what the certainty table asks. */
export type Findings = {
  readonly dmarc: AuthResult | null;
  readonly policy: DmarcPolicy | null;
  readonly spf: AuthResult | null;
  /** A pass that speaks for the domain of the From line. */
  readonly spfAligned: boolean;
  /** SPF that speaks of the domain of the From line, whatever it says. */
  readonly spfIsOwn: boolean;
  readonly dkim: 'pass' | 'fail' | 'none' | null;
  readonly dkimAligned: boolean;
  readonly arc: AuthResult | null;
  /** Nothing but a Received-SPF was there. */
  readonly spfOnly: boolean;
  /** The domain that something passed for, the From line's own first. */
  readonly passed: string | null;
  readonly isTemporary: boolean;
};

export function findingsOf(results: readonly SenderResult[], from: string | null): Findings {
  const all = (method: SenderResult['method']): SenderResult[] => results.filter((r) => r.trusted && r.method === method);
  const isFor = (r: SenderResult): boolean => r.aligned ?? (r.domain !== null && from !== null && isAligned(r.domain, from));
  // A result for another author than the one that is shown says nothing of this one.
  const dmarc = all('dmarc').find((r) => r.domain === null || isFor(r));
  const spf = all('spf').sort((a, b) => rank(a) - rank(b))[0];
  const dkim = all('dkim');
  const passes = [dmarc, ...dkim, spf].filter((r) => r?.result === 'pass');
  return {
    dmarc: dmarc?.result ?? null,
    policy: dmarc?.policy ?? null,
    spf: spf?.result ?? null,
    spfAligned: spf?.result === 'pass' && isFor(spf),
    spfIsOwn: spf !== undefined && (spf.domain === null || isFor(spf)),
    dkim: dkim.length === 0 ? null : dkim.some((r) => r.result === 'pass') ? 'pass' : dkim.every((r) => r.result === 'none') ? 'none' : 'fail',
    dkimAligned: dkim.some((r) => r.result === 'pass' && r.domain !== null && isFor(r)),
    arc: all('arc')[0]?.result ?? null,
    spfOnly: results.some((r) => r.trusted) && results.every((r) => !r.trusted || r.field === 'received-spf'),
    passed: passes.find((r) => r !== undefined && isFor(r))?.domain ?? passes[0]?.domain ?? null,
    isTemporary: [dmarc, spf, ...dkim].some((r) => r?.result === 'temperror'),
  };
}

/** The results field says more than Received-SPF, which Gmail writes beside it. */
function rank(result: SenderResult): number {
  return result.field === 'received-spf' ? 1 : 0;
}
