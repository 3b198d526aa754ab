/** What stands for a letter in a disguise: one or several forms that look like it. */
export type Alphabet = Readonly<Record<string, string>>;

/** Two rows of letters, one below the other. */
function rows(plain: string, forms: string): Alphabet {
  const from = [...plain.replace(/ /g, '')];
  const to = [...forms.replace(/ /g, '')];
  if (from.length !== to.length) throw new RangeError(`alphabet: ${from.length} letters and ${to.length} forms`);
  return Object.fromEntries(from.map((letter, i) => [letter, to[i] as string]));
}

/** Characters of a range that Unicode itself calls a form (NFKC) of one other letter, by that letter. */
function formsIn(...ranges: readonly (readonly [number, number])[]): Alphabet {
  const forms: Record<string, string> = {};
  for (const [from, to] of ranges) {
    for (let c = from; c <= to; c++) {
      const form = String.fromCodePoint(c);
      const plain = form.normalize('NFKC').replace(/^[(〔](.*)[)〕]$/u, '$1');
      if (plain !== form && [...plain].length === 1 && !(plain in forms)) forms[plain] = form;
    }
  }
  return forms;
}

/** A-Z, a-z and, if they have a place, 0-9 in a row of code points. */
function alphabetAt(upper: number, lower: number, zero: number | null): Alphabet {
  const forms: Record<string, string> = {};
  for (let i = 0; i < 26; i++) {
    forms[String.fromCharCode(65 + i)] = String.fromCodePoint(upper + i);
    forms[String.fromCharCode(97 + i)] = String.fromCodePoint(lower + i);
  }
  for (let i = 0; zero !== null && i < 10; i++) forms[String(i)] = String.fromCodePoint(zero + i);
  return forms;
}

export const CYRILLIC_FOR_LATIN = rows('aceijopsxyhdqw ABCEHIJKMOPSTXY', 'асеіјорѕхуһԁԛԝ АВСЕНІЈКМОРЅТХҮ');
/** Armenian, Greek and Cherokee letters too, so that hardly a Latin one is left. */
export const ANY_FOR_LATIN: Alphabet = { ...rows('gnuvklrtbmf DFGLNRUVWZ', 'ցոսνκӏгτЬмƒ ᎠϜԌᏞΝᏒՍѴԜΖ'), ...CYRILLIC_FOR_LATIN };
export const GREEK_FOR_LATIN = rows('aeiknoptuvwxy ABEHIKMNOPTXYZ', 'αεικηορτυνωχγ ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ');
export const LATIN_FOR_CYRILLIC = rows('асеорухі АВСЕНКМОРТХУ', 'aceopyxi ABCEHKMOPTXY');
/** Small capitals and other Latin and Greek letters too. */
export const ANY_FOR_CYRILLIC: Alphabet = { ...rows('гипквмнтзялэд ГИПЛФЗ', 'runκʙᴍʜᴛɜᴙᴫєg ΓИΠΛΦƷ'), ...LATIN_FOR_CYRILLIC };
export const KANJI_FOR_KANA = rows('ロニカエーハトタチミオムヌヒリへ', '口二力工一八卜夕千三才厶又匕刂ヘ');
export const KANA_FOR_KANJI = rows('口二力工一八夕千三才又', 'ロニカエーハタチミオヌ');

export const MATHS_BOLD = alphabetAt(0x1d400, 0x1d41a, 0x1d7ce);
export const MATHS_SCRIPT = alphabetAt(0x1d4d0, 0x1d4ea, null);
export const MATHS_FRAKTUR = alphabetAt(0x1d56c, 0x1d586, 0x1d7d8);
export const MATHS_MONO = alphabetAt(0x1d670, 0x1d68a, 0x1d7f6);
export const FULL_WIDTH = alphabetAt(0xff21, 0xff41, 0xff10);
export const CIRCLED: Alphabet = { ...alphabetAt(0x24b6, 0x24d0, null), ...formsIn([0x2460, 0x2468], [0x32d0, 0x32fe], [0x326e, 0x327b], [0x3280, 0x32b0]) };
export const PARENTHESISED = formsIn([0x2474, 0x247c], [0x249c, 0x24b5], [0x3220, 0x3243], [0x320e, 0x321b]);
export const SQUARED: Alphabet = { ...alphabetAt(0x1f170, 0x1f170, null), ...formsIn([0x1f210, 0x1f23b]) };
export const NEGATIVE_CIRCLED = alphabetAt(0x1f150, 0x1f150, null);
export const REGIONAL = alphabetAt(0x1f1e6, 0x1f1e6, null);
export const RAISED = formsIn([0x2b0, 0x2b8], [0x2e1, 0x2e3], [0x1d2c, 0x1d6a], [0x2070, 0x209c]);
export const LETTERLIKE = formsIn([0x2102, 0x2138], [0x2160, 0x217f]);
export const HALF_WIDTH_JAMO = formsIn([0xffa1, 0xffdc]);
export const RADICALS = formsIn([0x2f00, 0x2fd5], [0x2e9f, 0x2ef3]);
export const COMPATIBILITY_IDEOGRAPHS = formsIn([0xf900, 0xfad9]);
export const SMALL_CAPITALS = rows('abcdefghijklmnoprstuvwyz', 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ');
export const ACCENTED = rows('aceginosuyzl ACEINOSU', 'åçëğïñøşüÿžł ÅÇËÏÑØŞÜ');
export const ACCENTED_CYRILLIC = rows('аеиокгуз', 'ӑӗӥӧќѓӱӟ');
export const LARGE_KANA = rows('ァィゥェォッャュョっゃゅょ', 'アイウエオツヤユヨつやゆよ');
export const SMALL_KANA = rows('アイウエオカケツヤユヨ', 'ァィゥェォヵヶッャュョ');
/** Forms of before 1946, as they stand in older print and in Taiwan. */
export const OLD_KANJI = rows('録画検発動込変対応気経開来様会国売読', '錄畫檢發働込變對應氣經開來樣會國賣讀');

/** Half-width katakana; voiced ones in two units. */
export const HALF_WIDTH_KANA: Alphabet = halfWidthKana();

function halfWidthKana(): Alphabet {
  const forms: Record<string, string> = {};
  for (let c = 0xff61; c <= 0xff9d; c++) {
    const half = String.fromCharCode(c);
    const kana = half.normalize('NFKC');
    forms[kana] = half;
    for (const [mark, halfMark] of [
      ['\u3099', '\uff9e'],
      ['\u309a', '\uff9f'],
    ] as const) {
      const voiced = (kana + mark).normalize('NFC');
      if (voiced.length === 1) forms[voiced] = half + halfMark;
    }
  }
  return forms;
}
