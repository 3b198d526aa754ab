import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './charset.js';

// Texts of our own. iconv-lite writes them in every set; ours must read them again.
const TEXTS = {
  en: 'It’s “done” — we’ll see you at the café for £5 or €6.\r\nBest regards\r\n',
  de: 'Schöne Grüße aus Köln! Die Straße ist heute gesperrt, wir fahren über Düren.\r\nBitte antworten Sie früh, dann können wir für alle Plätze bestellen.\r\n',
  fr: 'Le café est fermé à partir de midi ; nous irons plutôt au marché où ma sœur vend des pêches.\r\nÇa vous plaît-il ? Répondez avant la fête.\r\n',
  es: '¿Cuándo llegará el señor Núñez? Mañana estaré en la estación con los niños.\r\n¡Qué día más bonito! El avión salió según lo previsto.\r\n',
  pt: 'Não sei se a reunião começa às três; a informação está na página da associação.\r\nVocê também virá? Até amanhã, irmão.\r\n',
  sv: 'Jag går över ån och köper bröd åt min mormor på lördag.\r\nVädret är fint, så vi äter ute i trädgården.\r\n',
  pl: 'Proszę przynieść książkę, którą wczoraj zostawiłeś na stole w łazience.\r\nCześć, jutro będziemy świętować dzień urodzin mojej córki. Żółw też przyjdzie.\r\n',
  cs: 'Přijeďte příští týden, prosím; něco malého k jídlu určitě najdeme.\r\nDěti už si hrají na hřišti a říkají, že žádný déšť nebude.\r\n',
  hu: 'Kérem, küldje el a könyvet őszig, mert a gyűjtő külföldről jön érte.\r\nTűzijáték lesz a várnál, és utána főzünk egy jó gulyást.\r\n',
  ro: 'Vă rog să-mi trimiteţi cartea înainte de sărbători, fiindcă plecăm la munte.\r\nToţi copiii învaţă şi citesc în grădină.\r\n',
  tr: 'Lütfen yarın akşam gelirken ekmek ve süt alır mısın? Şimdiden teşekkür ederim.\r\nÇocuklar bahçede oynuyor, hava çok güzel; ağaçlar çiçek açtı.\r\n',
  ru: 'Добрый день! Завтра мы поедем на дачу, возьмите с собой тёплые вещи и хлеб.\r\nЕсли будет дождь, останемся дома и посмотрим старое кино.\r\n',
  uk: 'Добрий день! Завтра ми поїдемо до міста, візьміть із собою теплі речі та хліб.\r\nЯкщо буде дощ, залишимося вдома й подивимося старе кіно.\r\n',
  el: 'Καλημέρα σας! Αύριο θα πάμε στη θάλασσα, πάρτε μαζί σας ψωμί και νερό.\r\nΑν βρέξει, θα μείνουμε στο σπίτι και θα δούμε μια παλιά ταινία.\r\n',
  he: 'שלום לכולם! מחר ניסע אל הים, קחו איתכם לחם ומים.\r\nאם ירד גשם נישאר בבית ונראה סרט ישן.\r\n',
  ar: 'صباح الخير! غدا سنذهب إلى البحر، خذوا معكم الخبز والماء.\r\nإذا نزل المطر سنبقى في البيت ونشاهد فيلما قديما.\r\n',
  th: 'สวัสดีครับ พรุ่งนี้เราจะไปทะเล กรุณานำขนมปังและน้ำมาด้วย\r\nถ้าฝนตกเราจะอยู่บ้านและดูหนังเก่า\r\n',
  lt: 'Rytoj važiuosime prie jūros, pasiimkite duonos ir šilčiausių drabužių.\r\nJei lis, liksime namuose ir žiūrėsime seną filmą; ačiū už dėmesį.\r\n',
  ja: '明日は海へ行きますので、パンと水を持ってきてください。\r\n雨が降ったら家にいて、古い映画を見ましょう。よろしくお願いします。\r\n',
  ko: '내일은 바다에 갈 예정이니 빵과 물을 가져와 주세요.\r\n비가 오면 집에 있으면서 오래된 영화를 봅시다. 감사합니다.\r\n',
  zh: '明天我们要去海边，请你们带上面包和水。\r\n如果下雨，我们就在家里看一部老电影，谢谢大家的帮助。\r\n',
  tw: '明天我們要去海邊，請你們帶上麵包和水。\r\n如果下雨，我們就在家裡看一部老電影，謝謝大家的幫助。\r\n',
} as const;
type Language = keyof typeof TEXTS;

// `label` as mail writes it, iconv-lite's name of the set, who writes in it.
const SETS: readonly (readonly [label: string, oracle: string, languages: readonly Language[]])[] = [
  ['windows-1252', 'win1252', ['en', 'de', 'fr', 'es', 'pt', 'sv']],
  ['iso-8859-1', 'win1252', ['en', 'de', 'fr', 'es', 'pt', 'sv']],
  ['iso-8859-15', 'iso885915', ['de', 'fr', 'es', 'pt', 'sv']],
  ['macintosh', 'macroman', ['de', 'fr', 'es', 'pt', 'sv']],
  ['ibm850', 'cp850', ['de', 'es', 'pt', 'sv']],
  ['cp437', 'cp437', ['de', 'es', 'sv']],
  ['windows-1250', 'win1250', ['pl', 'cs', 'hu', 'ro', 'de']],
  ['iso-8859-2', 'iso88592', ['pl', 'cs', 'hu', 'ro', 'de']],
  ['cp852', 'cp852', ['pl', 'cs', 'hu', 'ro']],
  ['iso-8859-16', 'iso885916', ['pl', 'hu', 'de']],
  ['windows-1254', 'win1254', ['tr', 'de']],
  ['iso-8859-9', 'iso88599', ['tr', 'de']],
  ['iso-8859-3', 'iso88593', ['tr']],
  ['windows-1257', 'win1257', ['lt']],
  ['iso-8859-13', 'iso885913', ['lt']],
  ['iso-8859-4', 'iso88594', ['lt']],
  ['windows-1251', 'win1251', ['ru', 'uk']],
  ['koi8-r', 'koi8r', ['ru']],
  ['koi8-u', 'koi8u', ['ru', 'uk']],
  ['iso-8859-5', 'iso88595', ['ru', 'uk']],
  ['ibm866', 'cp866', ['ru']],
  ['cp855', 'cp855', ['ru']],
  ['x-mac-cyrillic', 'maccyrillic', ['ru']],
  ['windows-1253', 'win1253', ['el']],
  ['iso-8859-7', 'iso88597', ['el']],
  ['windows-1255', 'win1255', ['he']],
  ['iso-8859-8-i', 'iso88598', ['he']],
  ['windows-1256', 'win1256', ['ar']],
  ['iso-8859-6', 'iso88596', ['ar']],
  ['tis-620', 'tis620', ['th']],
  ['windows-874', 'win874', ['th']],
  ['x-sjis', 'shiftjis', ['ja']],
  ['windows-31j', 'cp932', ['ja']],
  ['euc-jp', 'eucjp', ['ja']],
  ['ks_c_5601-1987', 'cp949', ['ko']],
  ['euc-kr', 'euckr', ['ko']],
  ['gb2312', 'gb2312', ['zh']],
  ['gbk', 'gbk', ['zh', 'tw']],
  ['gb18030', 'gb18030', ['zh', 'tw', 'ja', 'ko', 'de', 'ru']],
  ['big5', 'big5', ['tw']],
  ['big5-hkscs', 'big5hkscs', ['tw']],
  ['utf-8', 'utf8', Object.keys(TEXTS) as Language[]],
  ['utf-16le', 'utf16le', Object.keys(TEXTS) as Language[]],
  ['utf-16be', 'utf16be', Object.keys(TEXTS) as Language[]],
  ['utf-16', 'utf16be', Object.keys(TEXTS) as Language[]],
  ['utf-32le', 'utf32le', Object.keys(TEXTS) as Language[]],
  ['utf-32be', 'utf32be', Object.keys(TEXTS) as Language[]],
  ['utf-7', 'utf7', Object.keys(TEXTS) as Language[]],
];
const ROWS = SETS.flatMap(([label, oracle, languages]) => languages.map((language) => [label, oracle, language] as const));

function encoded(language: Language, oracle: string): Uint8Array {
  const bytes = iconv.encode(TEXTS[language], oracle, { addBOM: false });
  expect(iconv.decode(bytes, oracle, { stripBOM: false })).toBe(TEXTS[language]);
  return bytes;
}

test.each(ROWS)('%s (%s): the %s text under its label', (label, oracle, language) => {
  expect(decodeText(encoded(language, oracle), label)).toEqual({ text: TEXTS[language], unknown: null, mended: null, broken: false });
});

// What letters alone tell. Not told: sets of DOS and the Macintosh, and Latin ones that differ in no letter of the text.
const GUESSED: readonly string[] = [
  ...['windows-1252', 'windows-1250', 'iso-8859-2', 'windows-1254', 'windows-1257', 'windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866'],
  ...['windows-1253', 'windows-1255', 'windows-1256', 'tis-620', 'x-sjis', 'euc-jp', 'euc-kr', 'gb2312', 'gbk', 'big5', 'utf-8', 'utf-16le', 'utf-16be'],
  ...['utf-32le', 'utf-32be'],
];
const GUESSED_ROWS = ROWS.filter(([label]) => GUESSED.includes(label)).filter(([label, , language]) => label !== 'windows-1254' || language === 'tr');

/** What is not told, and why. */
const UNTOLD: Readonly<Record<string, string>> = {
  'windows-1252 en windows-1251': 'its few signs stand in both sets',
  'windows-1255 he windows-1251': 'small Cyrillic letters are as frequent',
  'windows-1255 he koi8-r': 'the same',
  'koi8-u uk koi8-r': 'three letters of the alphabet differ',
  'ibm866 ru iso-8859-1': 'letters of that set are signs in this one, which stand between letters',
  'tis-620 th shift_jis': 'each byte is a half-width kana',
  'euc-jp ja gb2312': 'kana stand at the same places, kanji are as rare as any',
  'utf-16le ja line': 'no zero byte',
  'utf-16be ja line': 'no zero byte',
  'utf-16le zh line': 'no zero byte',
  'utf-16be zh line': 'no zero byte',
  'utf-16le tw line': 'no zero byte',
  'utf-16be tw line': 'no zero byte',
};
const LIES = ['utf-8', 'us-ascii', 'iso-8859-1', 'koi8-r', 'windows-1251', 'shift_jis', 'gb2312', 'big5', 'euc-kr', 'iso-2022-jp', 'no-such-set'];

test.each(GUESSED_ROWS)('%s (%s), the %s text: told without a label, by its first line, under wrong labels', (label, oracle, language) => {
  const text = TEXTS[language];
  const line = text.split('\r\n')[0] as string;
  const bytes = encoded(language, oracle);
  const told = (how: string): boolean => UNTOLD[`${label} ${language} ${how}`] === undefined;
  expect(decodeText(bytes, null)).toEqual({ text, unknown: null, mended: null, broken: false });
  if (told('line')) expect(decodeText(iconv.encode(line, oracle, { addBOM: false }), null).text).toBe(line);
  const wrong = LIES.filter((lie) => told(lie) && decodeText(bytes, lie).text !== text);
  expect(wrong).toEqual([]);
});

test.each([
  ['koi8-r', 'win1251', 'ru', 'windows-1251 labelled koi8-r'],
  ['windows-1251', 'koi8r', 'ru', 'and the other way round'],
  ['utf-8', 'shiftjis', 'ja', 'Shift_JIS labelled utf-8'],
  ['iso-8859-1', 'utf8', 'de', 'UTF-8 labelled iso-8859-1'],
  ['us-ascii', 'utf8', 'ko', 'UTF-8 labelled us-ascii'],
  ['iso-2022-jp', 'eucjp', 'ja', 'EUC-JP labelled iso-2022-jp'],
  ['x-nobody-knows', 'utf8', 'ja', 'UTF-8 under a name that nobody knows'],
] as const)('%s over %s (%s) is told as mended: %s', (label, oracle, language, _why) => {
  expect(decodeText(encoded(language, oracle), label)).toEqual({ text: TEXTS[language], unknown: null, mended: label, broken: false });
});
