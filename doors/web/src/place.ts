// The zone tells where the reader is; their language only where they come from.
const ZONES: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Taipei': 'TW',
  'Asia/Hong_Kong': 'HK',
  'Asia/Singapore': 'SG',
  'Europe/London': 'GB',
  'Europe/Belfast': 'GB',
  'Pacific/Honolulu': 'US',
  'Europe/Madrid': 'ES',
  'Atlantic/Canary': 'ES',
  'Africa/Ceuta': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Zurich': 'CH',
  'America/Toronto': 'CA',
  'America/Montreal': 'CA',
  'America/Vancouver': 'CA',
  'America/Halifax': 'CA',
  'America/Winnipeg': 'CA',
  'America/Edmonton': 'CA',
  'America/Moncton': 'CA',
  'America/Mexico_City': 'MX',
  'America/Monterrey': 'MX',
  'America/Merida': 'MX',
  'America/Cancun': 'MX',
  'America/Tijuana': 'MX',
  'America/Hermosillo': 'MX',
  'America/Chihuahua': 'MX',
  'America/Mazatlan': 'MX',
  'America/Buenos_Aires': 'AR',
  'Europe/Berlin': 'DE',
  'Europe/Busingen': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Dublin': 'IE',
  'Europe/Amsterdam': 'NL',
  'Europe/Warsaw': 'PL',
  'Europe/Prague': 'CZ',
  'Europe/Stockholm': 'SE',
  'Europe/Copenhagen': 'DK',
  'Europe/Oslo': 'NO',
  'Europe/Helsinki': 'FI',
  'Europe/Mariehamn': 'FI',
  'Europe/Lisbon': 'PT',
  'Atlantic/Madeira': 'PT',
  'Atlantic/Azores': 'PT',
  'Asia/Kolkata': 'IN',
  'Asia/Calcutta': 'IN',
  'Asia/Manila': 'PH',
  'Pacific/Auckland': 'NZ',
};
/** Cities of the United States whose names stand for its zones; other cities of America are in other countries. */
const CITIES =
  /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Metlakatla|Yakutat|Menominee|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+)$/;
const ARGENTINA = /^America\/Argentina\/.+$/;
const BRAZIL =
  /^America\/(Sao_Paulo|Fortaleza|Recife|Bahia|Belem|Maceio|Manaus|Cuiaba|Campo_Grande|Porto_Velho|Boa_Vista|Rio_Branco|Araguaina|Santarem|Noronha|Eirunepe)$/;
const AUSTRALIA = /^Australia\/.+$/;
const HOME: Readonly<Record<string, string>> = { ja: 'JP', ko: 'KR' };

/** The country whose help lines are shown first: guessed, and the reader can change it. `languages` as the browser names them. */
export function placeOf(zone: string, languages: readonly string[], known: readonly string[]): string {
  const byZone = ZONES[zone] ?? (CITIES.test(zone) ? 'US' : regionOf(zone));
  const named = languages[0] ?? '';
  const region = /-([A-Z]{2})\b/.exec(named)?.[1];
  // A zone of some other country says that the region of the language is not where the reader is; no zone at all says nothing.
  const isNowhere = zone === '' || /^(UTC|Etc\/|GMT)/.test(zone);
  const guess = byZone ?? (isNowhere ? (region ?? HOME[named.split('-')[0] as string]) : undefined);
  return guess !== undefined && known.includes(guess) ? guess : 'world';
}

function regionOf(zone: string): string | undefined {
  if (ARGENTINA.test(zone)) return 'AR';
  if (BRAZIL.test(zone)) return 'BR';
  return AUSTRALIA.test(zone) ? 'AU' : undefined;
}

/** The first of the browser's languages that the page speaks, else English. */
export function languageOf(wanted: readonly string[], spoken: readonly string[]): string {
  for (const one of wanted) {
    const found = spoken.find((code) => code === one) ?? spoken.find((code) => code === writtenAs(one)) ?? spoken.find((code) => code === one.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Where Chinese is written in traditional letters; browsers name the region (zh-TW) more often than the script (zh-Hant-TW). */
const TRADITIONAL = /^(?:zh|yue)\b(?:-[a-z]{3})?-(?:Hant|TW|HK|MO)\b|^yue$/i;
const SIMPLIFIED = /-Hans\b/i;

/** The language with the script that a browser's name of Chinese means: zh-TW is zh-Hant; of any other language the name itself. */
function writtenAs(name: string): string {
  if (!/^(?:zh|yue|cmn)(?:-|$)/i.test(name)) return name;
  return TRADITIONAL.test(name) && !SIMPLIFIED.test(name) ? 'zh-Hant' : 'zh-Hans';
}

/** `?lang=xx` in a link, else what the browser is set to. */
export function languageAtFirst(spoken: readonly string[]): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return languageOf(asked === null ? navigator.languages : [asked, ...navigator.languages], spoken);
}
