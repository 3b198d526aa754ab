import type { Span, Stream } from '../model.js';

/** Units behind the word "password" in which a shown one must stand. */
const REACH = 60;
/** What stands in every text that holds one of some words for a password, in small letters, and these words. */
const WORDS: readonly (readonly [needle: string, words: string])[] = [
  ['pass', 'pass ?words?|pass ?phrase'],
  ['pwd', 'pwd'],
  ['パスワード', 'パスワード'],
  ['暗証番号', '暗証番号'],
  ['비밀번호', '비밀번호'],
  ['비번', '비번'],
  ['패스워드', '패스워드'],
  ['密码', '密码'],
  ['密碼', '密碼'],
  ['pass', 'passw(?:oe|o)rt(?:er)?'],
  ['kennwort', 'kennwort'],
  ['mot de pass', 'mot de passe'],
  ['contrasena', 'contrasena'],
  ['senha', 'senha'],
  ['palavra', 'palavra[ -]?passe'],
  ['haslo', 'haslo'],
  ['كلم', 'كلمات? (?:ال)?(?:مرور|سر)|كلمه (?:ال)?(?:مرور|سر)|كلمت(?:ك|كم) السريه'],
  ['باس', 'باس ?ورد[كه]?'],
  ['رقمك السري', 'رقمك السري'],
  // Not the whole of it: an о may be one whose small letter is another.
  ['пар', 'парол[а-я]{0,3}'],
];
const ALL_NEEDLES = WORDS.map(([needle]) => needle);
/** Those that hold no other. */
const NEEDLES = [...new Set(ALL_NEEDLES)].filter((needle) => !ALL_NEEDLES.some((other) => other !== needle && needle.includes(other)));
const WORD = new RegExp(WORDS.map(([, words]) => words).join('|'), 'gi');
// Anchored on its rare middle: a pattern that began with "any token" would be tried at every unit of a long one.
const BEHIND_TOKENS = [
  /\s(?:is|was|-|=|—)\s{1,3}(?:your|one of your|ur)\s{1,3}(?:[a-z]{1,12}\s){0,2}pass/gi,
  /\s(?:(?:ist|war|-|=|—)\s{1,3}(?:dein|ihr|eines deiner|eines ihrer)|eines (?:deiner|ihrer))\s{1,3}(?:[a-z]{1,12}\s){0,2}(?:pass|kennw)/gi,
  /\s(?:-|=|—|это)\s{1,3}(?:ваш|твои|один из (?:ваших|твоих))\s{1,3}(?:[а-я]{1,12}\s){0,2}парол/gi,
  /就?是[你您妳][^\s密]{0,8}密/g,
  /\s(?:e|era|-|=|—)\s{1,3}(?:[oa]|uma das)\s{1,3}[st]uas?\s{1,3}(?:senha|palavra|pass)/gi,
];
const IS = 'is|was|ist|war|lautete?|e|era';
const BEHIND_WORD = new RegExp(
  `^[^:\\n=「『"“]{0,24}?(?:[:=(（]|\\s[-–—]\\s|\\b(?:${IS})\\b|は|[是为為]|[은는]\\s|\\s(?:هي|كانت|هو)\\s|[「『"“'])\\s{0,3}([^\\s「」『』"“”<>\\uac00-\\ud7af]{4,40})`,
);
const LONGEST_TOKEN = 40;
const MOST = 10;

/** Tokens that look like a password shown to frighten: beside the word for it, and not a word of a language themselves. `lower` is the text in small letters. */
export function findPasswords(stream: Stream, lower = stream.text.toLowerCase()): Span[] {
  const found: Span[] = [];
  const add = (from: number, token: string): void => {
    if (found.length >= MOST || !looksLikePassword(token)) return;
    const start = stream.origin[from] as number;
    found.push({ part: stream.part, start, end: (stream.origin[from + token.length - 1] as number) + 1 });
  };
  // A plain search is a tenth of the work, and most texts have none of them.
  const words = NEEDLES.some((needle) => lower.includes(needle)) ? [...stream.text.matchAll(WORD)] : [];
  // Every pattern below ends in the word itself, so a text without it is not searched again.
  if (words.length === 0) return found;
  for (const m of BEHIND_TOKENS.flatMap((pattern) => [...stream.text.matchAll(pattern)])) {
    const token = /\S+\s{0,2}$/.exec(stream.text.slice(Math.max(0, m.index - LONGEST_TOKEN), m.index))?.[0].trimEnd() ?? '';
    if (token !== '' && token.length < LONGEST_TOKEN) add(stream.text.lastIndexOf(token, m.index), token);
  }
  for (const m of words) {
    const from = m.index + m[0].length;
    const behind = BEHIND_WORD.exec(stream.text.slice(from, from + REACH));
    if (behind !== null) add(from + behind[0].length - (behind[1] as string).length, (behind[1] as string).replace(/[.,;:。、)）]+$/, ''));
  }
  return found;
}

/** Digits or signs among letters, or strange case: "maabeau23", "Aurora20!!!"; not "useless", not "http://...", not a date. */
function looksLikePassword(token: string): boolean {
  if (token.length < 5 || /[\u3040-\u9fff\uac00-\ud7af]/.test(token) || /^https?:|^www\.|^\/|^[^@]+@[^@]+\.[a-z]{2,}$|^\d{1,4}([/-]\d{1,4}){1,2}$/i.test(token))
    return false;
  const letters = /[a-z]/i.test(token);
  const digits = /\d/.test(token);
  if (/^[*•x]+$/i.test(token)) return true;
  if (!letters) return digits && /^\d{6,}$/.test(token);
  return digits || /[!#$%^&*_?]/.test(token.slice(0, -1)) || /[a-z][A-Z]/.test(token);
}
