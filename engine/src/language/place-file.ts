import type { Line } from './language-file.js';

/** What a desk is for; the steps of a verdict ask for these. */
export const PURPOSES = [
  'bluff',
  'genuine',
  'minor',
  'crisis',
  'known-person',
  'violence',
  'organisation',
  'phishing',
  'fake-bill',
  'advance-fee',
  'malware',
  'recovery',
  'fake-authority',
  'support-scam',
  'takedown',
  'takedown-minor',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Texts of an entry by language; `''` is the place's own. */
export type Texts = Readonly<Record<string, string>>;

export type Desk = {
  readonly id: string;
  readonly name: Texts;
  readonly phone: string | null;
  readonly url: string | null;
  readonly hours: Texts;
  readonly note: Texts;
  readonly purposes: readonly Purpose[];
  readonly source: string;
  readonly seen: string;
};

export type Place = {
  readonly code: string;
  readonly languages: readonly string[];
  readonly emergency: string | null;
  readonly desks: readonly Desk[];
  readonly mistakes: readonly Line[];
};

/** Reads one file of languages/places. Total: mistakes are listed with their line; the build refuses a file that has any. */
export function readPlaceFile(source: string): Place {
  const mistakes: Line[] = [];
  const desks: Desk[] = [];
  const top = new Map<string, string>();
  let code = '';
  let open: { id: string; line: number; values: Map<string, string> } | null = null;
  const close = (): void => {
    if (open !== null) desks.push(desk(open, mistakes));
    open = null;
  };
  source.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    if (text.startsWith('## ')) {
      close();
      open = { id: text.slice(3).trim(), line, values: new Map() };
    } else if (text.startsWith('# ')) code = (text.slice(2).split(' — ')[0] as string).trim();
    else if (text !== '') {
      const colon = text.indexOf(':');
      const key = colon < 0 ? text : text.slice(0, colon);
      if (!(open === null ? TOP : ENTRY).test(key)) mistakes.push({ line, text: `no line here is called “${key.slice(0, 40)}”` });
      (open?.values ?? top).set(key, colon < 0 ? '' : text.slice(colon + 1).trim());
    }
  });
  close();
  if (code === '') mistakes.push({ line: 1, text: 'the first line should be “# JP — 日本”' });
  const emergency = top.get('emergency') ?? '';
  if (emergency !== '' && !/^https:\/\/\S+ \(seen \d{4}-\d{2}-\d{2}\)$/.test(top.get('emergency-source') ?? '')) {
    mistakes.push({ line: 1, text: 'emergency numbers want an emergency-source: https://... (seen YYYY-MM-DD)' });
  }
  return { code, languages: (top.get('languages') ?? '').split(',').map((s) => s.trim()), emergency: emergency === '' ? null : emergency, desks, mistakes };
}

const TOP = /^(name-[a-z]{2}|languages|emergency|emergency-source)$/;
const ENTRY = /^(name|hours|note)(-[a-z]{2})?$|^(phone|url|for|source|seen)$/;

function desk({ id, line, values }: { id: string; line: number; values: Map<string, string> }, mistakes: Line[]): Desk {
  const wants = (ok: boolean, text: string): void => {
    if (!ok) mistakes.push({ line, text: `“${id}”: ${text}` });
  };
  const texts = (key: string): Texts =>
    Object.fromEntries([...values].filter(([k]) => k === key || k.startsWith(`${key}-`)).map(([k, v]) => [k === key ? '' : k.slice(key.length + 1), v]));
  const purposes = (values.get('for') ?? '').split(',').map((s) => s.trim());
  wants(values.has('name'), 'a name is missing');
  wants(values.has('phone') || values.has('url'), 'a phone number or an address is missing');
  wants(/^https:\/\/\S+$/.test(values.get('source') ?? ''), 'a source (https://...) is missing: where does it say so?');
  wants(/^\d{4}-\d{2}-\d{2}$/.test(values.get('seen') ?? ''), 'the date on which the source was seen is missing (seen: YYYY-MM-DD)');
  for (const purpose of purposes) wants((PURPOSES as readonly string[]).includes(purpose), `“${purpose}” is not one of ${PURPOSES.join(', ')}`);
  return {
    id,
    name: texts('name'),
    hours: texts('hours'),
    note: texts('note'),
    phone: values.get('phone') ?? null,
    url: values.get('url') ?? null,
    purposes: purposes as Purpose[],
    source: values.get('source') ?? '',
    seen: values.get('seen') ?? '',
  };
}
