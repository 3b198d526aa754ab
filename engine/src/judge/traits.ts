import type { Evidence } from '../model.js';
import { HEADS } from '../resemblance/resemblance.js';
import { NO_ODDS } from '../resemblance/trees.js';
import { aroundClaims } from './apart.js';
import { Case, counts } from './case.js';
import { hasShapeOfMassMail, tellingClaims } from './mass-mail.js';
import { rolesOf } from './roles.js';

/** Facts of a message that speak for what it is. None of them comes from its headers, which must never turn a real threat into a bluff. */
const FACTS = ['wallet', 'money', 'deadline', 'password', 'name', 'link', 'phone', 'picture', 'pasted', 'dialogue', 'conversation', 'sums'] as const;

export const BESIDE = ['real', 'free', 'gap', 'end', 'segments'] as const;

/** Phrases of one heading beyond which more of them say no more. */
const MOST = 12;

/** What measured weights look at in a message: each trait a name and a number, 0 left out. Wording is read from the odds alone, which say it before any threshold. */
export function traitsOf(evidence: readonly Evidence[]): Map<string, number> {
  const bare = evidence.filter((e) => e.kind !== 'answer' && !(e.kind === 'fact' && e.fact === 'resembles'));
  const facts = new Case(bare);
  const around = new Case(aroundClaims(bare));
  const traits = new Map<string, number>();
  const add = (name: string, value = 1): void => {
    if (value !== 0) traits.set(name, value);
  };
  for (const id of facts.claims) add(`claim ${id}`);
  for (const group of facts.groups) add(`group ${group}`);
  for (const id of facts.signals) add(`signal ${id}`);
  for (const e of bare) if (e.kind === 'signal' && e.by !== undefined) add(`signal ${e.id} by ${e.by}${counts(e) ? '' : ', echoed'}`);
  for (const id of around.signals) add(`signal ${id} around`);
  for (const [id, n] of facts.kin) add(`kin ${id}`, Math.min(n, MOST));
  for (const [id, n] of facts.frames) add(`frame ${id}`, Math.min(n, MOST));
  for (const [id, n] of around.frames) add(`frame ${id} around`, Math.min(n, MOST));
  for (const [id, n] of facts.places) add(`places ${id}`, Math.min(n, MOST));
  for (const role of rolesOf(facts)) add(`role ${role}`);
  for (const fact of FACTS) if (facts.has(fact)) add(`fact ${fact}`);
  add('claims', facts.claims.size);
  add('telling claims', tellingClaims(facts));
  add('signals', facts.signals.size);
  add('strong signals', facts.strong.length);
  add('letter score', facts.letterScore);
  add('shape of a mass letter', hasShapeOfMassMail(facts) ? 1 : 0);
  add('wants money', facts.wantsMoney ? 1 : 0);
  add('alarms', facts.alarms ? 1 : 0);
  add('threatens', facts.threatens ? 1 : 0);
  add('ultimatum apart', facts.ultimatumApart ? 1 : 0);
  add('payment apart', facts.paymentApart ? 1 : 0);
  add('units', facts.readable.units);
  const odds = bare.find((e) => e.kind === 'fact' && e.fact === 'wording');
  HEADS.forEach((head, k) => {
    add(`odds ${head}`, odds?.kind === 'fact' && odds.fact === 'wording' ? Math.round(100 * (odds.odds[k] ?? NO_ODDS)) / 100 : NO_ODDS);
  });
  const beside = bare.find((e) => e.kind === 'fact' && e.fact === 'wording-beside');
  for (const name of BESIDE) add(`beside ${name}`, beside?.kind === 'fact' && beside.fact === 'wording-beside' ? beside[name] : NO_ODDS);
  return traits;
}
