import type { WordId } from '../language/words.js';
import type { Evidence, Verdict } from '../model.js';
import { gatesAreOpen } from './steps.js';

/** The one sentence on top, and the few that follow it. While gates are open the headline itself carries the condition. */
export function headlineOf(verdict: Verdict, evidence: readonly Evidence[]): { readonly headline: WordId; readonly leads: readonly WordId[] } {
  const flags = new Set(verdict.flags);
  const crisis: WordId[] = flags.has('crisis') ? ['lead-crisis'] : [];
  switch (verdict.kind) {
    case 'bluff': {
      const open = gatesAreOpen(evidence);
      const reported: WordId[] = flags.has('reported') ? ['lead-bluff-reported'] : [];
      return {
        headline: open ? 'headline-bluff-open' : 'headline-bluff-closed',
        leads: [...crisis, 'lead-calm', ...reported, open ? 'lead-bluff-open' : 'lead-bluff-closed'],
      };
    }
    case 'genuine':
      if (flags.has('known-person')) return { headline: 'headline-genuine-known', leads: [...crisis, 'lead-genuine-known'] };
      if (flags.has('before')) return { headline: 'headline-genuine-before', leads: [...crisis, 'lead-genuine-before'] };
      if (flags.has('minor')) return { headline: 'headline-genuine-minor', leads: [...crisis, 'lead-genuine-minor', 'lead-calm'] };
      return { headline: 'headline-genuine', leads: [...crisis, 'lead-genuine', 'lead-calm'] };
    case 'kin':
      if (flags.has('violence')) return { headline: 'headline-kin-violence', leads: [...crisis, 'lead-violence'] };
      if (flags.has('organisation')) return { headline: 'headline-kin-organisation', leads: [...crisis, 'lead-organisation'] };
      return { headline: `headline-kin-${verdict.family ?? 'extortion'}`, leads: crisis };
    case 'mention':
      return { headline: 'headline-mention', leads: [...crisis, 'lead-mention'] };
    case 'clear':
      return { headline: 'headline-clear', leads: [...crisis, 'lead-clear'] };
    case 'unsure':
      return { headline: verdict.doubt === 'unread' ? 'headline-unsure-unread' : 'headline-unsure', leads: [...crisis, ...leadsOfDoubt(verdict, evidence)] };
    default:
      return verdict.kind satisfies never;
  }
}

function leadsOfDoubt(verdict: Verdict, evidence: readonly Evidence[]): WordId[] {
  const noticed = evidence.some((e) => e.kind === 'claim' || e.kind === 'signal');
  const calm: WordId[] = noticed && !verdict.flags.includes('known-person') ? ['lead-calm'] : [];
  switch (verdict.doubt) {
    case 'unread':
      return [...calm, 'lead-unsure-unread'];
    case 'short':
      return ['lead-unsure-short'];
    case 'language':
      return ['lead-unsure-language'];
    case 'mixed':
    case null:
      return [...calm, 'lead-unsure'];
    default:
      return verdict.doubt satisfies never;
  }
}
