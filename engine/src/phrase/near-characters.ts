import { kindOfUnit, SINGLE } from '../fold/letters.js';
import { drawnLike } from '../fold/look-alike-kana.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Kana, kanji and Hangul that OCR takes for each other, each row drawn alike: small and large kana, voiced and not (the marks are a few
 * points wide), and characters that differ in a stroke. What `drawnLike` makes one needs no row.
 */
const ALIKE = [
  'あぁお',
  'いぃ',
  'うぅ',
  'えぇ',
  'かがや',
  'きぎさざ',
  'くぐへ',
  'けげ',
  'こご',
  'しじ',
  'すず',
  'せぜ',
  'そぞ',
  'ただ',
  'ちぢら',
  'つっづ',
  'てで',
  'とど',
  'ねわれぬめ',
  'はばぱほぼぽ',
  'ひびぴ',
  'ふぶぷ',
  'やゃ',
  'ゆゅ',
  'よょ',
  'るろ',
  'アァ',
  'イィ',
  'ウゥワヮ',
  'エェ',
  'オォ',
  'カガ',
  'キギ',
  'クグタダ',
  'ケゲ',
  'コゴユュ',
  'サザ',
  'シジツッヅ',
  'スズヌ',
  'セゼ',
  'ソゾンリ',
  'チヂ',
  'テデ',
  'トド',
  'ハバパ',
  'ヒビピ',
  'フブプヲ',
  'ヘベペ',
  'ホボポ',
  'ヤャ',
  'ヨョ',
  'ロコ',
  'ー-',
  '日目曰',
  '未末',
  '土士',
  '人入',
  '大犬太',
  '問間聞',
  '緑録縁',
  '面画',
  '像象',
  '待持',
  '微徴',
  '送迭',
  '払私',
  '密蜜',
  '己已巳',
  '支支',
  '家豪',
  '友反',
  '達逹',
  '会令',
  '時晴',
  '期朝',
  '侵浸',
  '绪结给',
  '们们',
  '我找',
  '您悠',
];

const ALIKE_OF = new Map<string, string>();
for (const row of ALIKE) for (const ch of row) ALIKE_OF.set(ch, (ALIKE_OF.get(ch) ?? '') + row);

/** The classes of characters that one may have been, but for its own. */
export function drawnAlike(character: string, vocabulary: Vocabulary): number[] {
  const own = classOfSingle(character, vocabulary);
  const classes = new Set(Array.from(ALIKE_OF.get(character) ?? '', (other) => classOfSingle(other, vocabulary)));
  return [...classes].filter((cls) => cls !== 0 && cls !== own);
}

function classOfSingle(character: string, { words, wordClass }: Vocabulary): number {
  const node = words.child(0, drawnLike(character.charCodeAt(0)));
  return node < 0 ? 0 : (wordClass[node] as number);
}

const CHARACTERS = new WeakMap<Vocabulary, ReadonlyMap<number, number>>();

/** The character that a class of the vocabulary is; undefined for a word. */
export function characterOf(cls: number, vocabulary: Vocabulary): number | undefined {
  let characters = CHARACTERS.get(vocabulary);
  if (characters === undefined) {
    const { words, wordClass } = vocabulary;
    const all = new Map<number, number>();
    for (let child = words.first[0] as number; child < (words.first[1] as number); child++) {
      const c = words.label[child] as number;
      if (kindOfUnit(c) === SINGLE && wordClass[child] !== 0) all.set(wordClass[child] as number, c);
    }
    CHARACTERS.set(vocabulary, all);
    characters = all;
  }
  return characters.get(cls);
}

function isHiragana(c: number): boolean {
  return c >= 0x3041 && c <= 0x309f;
}

/**
 * Whether OCR may have taken one character for another that is not drawn alike. Never to or from hiragana: those are simple, and they
 * carry the grammar, so that one of them exchanged is another sentence (ある, ない).
 */
export function mayBeTaken(read: number, meant: number): boolean {
  return read !== meant && !isHiragana(read) && !isHiragana(meant);
}

/** Whether a character may be one too many: OCR sees strokes and pictures where no letter is, but no hiragana. */
export function mayBeAdded(read: number): boolean {
  return !isHiragana(read);
}
