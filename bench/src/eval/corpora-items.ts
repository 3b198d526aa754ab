import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bluffLetters, messagesOf } from '../corpora.js';
import { type Item, type Label, UNDISGUISED } from './model.js';

const FOLDERS: Readonly<Record<string, Label>> = { ham: 'ham', articles: 'article', phish: 'phishing', spam: 'spam', kin: 'kin', genuine: 'genuine' };
/** Sets among the spam that are scams of another kind, not mere advertising. */
const SCAMS = /^spam\/(spam419|spam2-recovery|spam_crypto|spam2-crypto)/;

type Described = { readonly language: string; readonly evaluationOnly: boolean };

/** Every message of the corpora, real letters first, in the order of names. `only`: one folder of them (`sextortion` for the letters). */
export function corporaItems(corpora: string, only?: string): Item[] {
  const letters = only !== undefined && only !== 'sextortion' ? [] : bluffLetters(corpora).map(letterItem);
  const known = described(corpora);
  const others = Object.entries(FOLDERS).flatMap(([folder, label]) =>
    only !== undefined && only !== folder ? [] : [...messagesOf(corpora, folder)].map((message) => otherItem(label, known, message)),
  );
  return [...letters, ...others];
}

/** Real mail as people sent it: in no disguise of ours, with nothing marked and no question answered. */
const AS_SENT = { source: 'real', disguise: UNDISGUISED, words: 'en', answers: {}, wallets: null, wanted: null } as const;

function letterItem({ name, bytes, language, group, held }: ReturnType<typeof bluffLetters>[number]): Item {
  return {
    set: 'sextortion',
    name,
    label: 'bluff',
    language,
    half: held ? 'evaluation-only' : 'open',
    group: `letter ${group}`,
    bytes,
    ...AS_SENT,
  };
}

type Message = { readonly set: string; readonly name: string; readonly bytes: Uint8Array };

function otherItem(label: Label, known: ReadonlyMap<string, Described>, { set, name, bytes }: Message): Item {
  const is = known.get(set) ?? known.get(`${set.split('/')[0]}/${name}`) ?? { language: /^([a-z]{2})_/.exec(name)?.[1] ?? 'und', evaluationOnly: false };
  return {
    set,
    name,
    label: SCAMS.test(set) ? 'kin' : label,
    language: is.language,
    half: is.evaluationOnly ? 'evaluation-only' : 'open',
    group: `${set} ${name}`,
    bytes,
    ...AS_SENT,
  };
}

/** Languages and licences by set and by file, from `sets.json` and the label files. */
function described(corpora: string): Map<string, Described> {
  const known = new Map<string, Described>();
  const closed = (licence: unknown): boolean => typeof licence === 'string' && /NC|evaluation only/.test(licence);
  for (const one of JSON.parse(readFileSync(join(corpora, 'sets.json'), 'utf8')) as { set: string; lang: string; licence?: string; note?: string }[])
    known.set(one.set.replace(/\.(mbox|tar)?\.?gz$/, ''), {
      language: one.lang.replace('zh_cn', 'zh'),
      evaluationOnly: closed(one.licence) || closed(one.note),
    });
  for (const folder of Object.keys(FOLDERS)) {
    const path = join(corpora, folder, 'labels.jsonl');
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, 'utf8')
      .split('\n')
      .filter((text) => text !== '')) {
      const { file, lang, licence } = JSON.parse(line) as { file: string; lang: string; licence?: string };
      known.set(`${folder}/${file}`, { language: lang, evaluationOnly: closed(licence) });
    }
  }
  return known;
}
