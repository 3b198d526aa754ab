/** The reader's language and country as their machine tells them: `ja_JP.UTF-8` -> ja, JP. */
export type Locale = { readonly language: string; readonly place: string };

// Where the locale names no country, the time zone often does.
const ZONES: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Taipei': 'TW',
  'Europe/London': 'GB',
  'Europe/Madrid': 'ES',
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Zurich': 'CH',
  'America/Toronto': 'CA',
  'America/Montreal': 'CA',
  'America/Mexico_City': 'MX',
  'America/Buenos_Aires': 'AR',
  'America/Argentina/Buenos_Aires': 'AR',
};
const HOME: Readonly<Record<string, string>> = { ja: 'JP', ko: 'KR' };

/** POSIX order of the variables: LC_ALL, LC_MESSAGES, LANG. `C` and `POSIX` name no language: English, and the zone's country. */
export function localeOf(env: Readonly<Record<string, string | undefined>>, zone: string): Locale {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const match = /^([a-z]{2,3})(?:[_-]([A-Z]{2}))?/.exec(named);
  const language = match?.[1] ?? 'en';
  const place = match?.[2] ?? ZONES[zone] ?? (zone.startsWith('America/') ? 'US' : undefined) ?? HOME[language] ?? 'world';
  return { language, place };
}
