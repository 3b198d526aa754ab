// The zone tells where the reader is; their language only where they come from.
const ZONES: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Taipei': 'TW',
  'Europe/London': 'GB',
  'Europe/Belfast': 'GB',
  'Pacific/Honolulu': 'US',
  'Europe/Madrid': 'ES',
  'Atlantic/Canary': 'ES',
  'Africa/Ceuta': 'ES',
  'America/Mexico_City': 'MX',
  'America/Monterrey': 'MX',
  'America/Merida': 'MX',
  'America/Cancun': 'MX',
  'America/Tijuana': 'MX',
  'America/Hermosillo': 'MX',
  'America/Chihuahua': 'MX',
  'America/Mazatlan': 'MX',
  'America/Buenos_Aires': 'AR',
};
/** Cities of the United States whose names stand for its zones; other cities of America are in other countries. */
const CITIES =
  /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Metlakatla|Yakutat|Menominee|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+)$/;
const ARGENTINA = /^America\/Argentina\/.+$/;
const HOME: Readonly<Record<string, string>> = { ja: 'JP', ko: 'KR' };

/** The country whose help lines are shown first: guessed, and the reader can change it. `languages` as the browser names them. */
export function placeOf(zone: string, languages: readonly string[], known: readonly string[]): string {
  const byZone = ZONES[zone] ?? (CITIES.test(zone) ? 'US' : ARGENTINA.test(zone) ? 'AR' : undefined);
  const named = languages[0] ?? '';
  const region = /-([A-Z]{2})\b/.exec(named)?.[1];
  // A zone of some other country says that the region of the language is not where the reader is; no zone at all says nothing.
  const isNowhere = zone === '' || /^(UTC|Etc\/|GMT)/.test(zone);
  const guess = byZone ?? (isNowhere ? (region ?? HOME[named.split('-')[0] as string]) : undefined);
  return guess !== undefined && known.includes(guess) ? guess : 'world';
}

/** The first of the browser's languages that the page speaks, else English. */
export function languageOf(wanted: readonly string[], spoken: readonly string[]): string {
  for (const one of wanted) {
    const found = spoken.find((code) => code === one) ?? spoken.find((code) => code === one.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** `?lang=xx` in a link, else what the browser is set to. */
export function languageAtFirst(spoken: readonly string[]): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return languageOf(asked === null ? navigator.languages : [asked, ...navigator.languages], spoken);
}
