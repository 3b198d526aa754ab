import type { Span, Stream } from '../model.js';

/** Units behind the word "password" in which a shown one must stand. */
const REACH = 60;
const WORD =
  /pass ?words?|pass ?phrase|pwd|パスワード|暗証番号|비밀번호|密码|密碼|passw(?:oe|o)rt(?:er)?|kennwort|mot de passe|contraseña|senha|hasło|пароль/gi;
// Anchored on its rare middle: a pattern that began with "any token" would be tried at every unit of a long one.
const BEHIND_TOKEN =
  /\s(?:(?:is|was|ist|war|-|=|—)\s{1,3}(?:your|one of your|ur|dein|ihr|eines deiner|eines ihrer)|eines (?:deiner|ihrer))\s{1,3}(?:[a-z]{1,12}\s){0,2}(?:pass|kennw)/gi;
const LONGEST_TOKEN = 40;
const MOST = 10;

/** Tokens that look like a password shown to frighten: beside the word for it, and not a word of a language themselves. */
export function findPasswords(stream: Stream): Span[] {
  const found: Span[] = [];
  const add = (from: number, token: string): void => {
    if (found.length >= MOST || !looksLikePassword(token)) return;
    const start = stream.origin[from] as number;
    found.push({ part: stream.part, start, end: (stream.origin[from + token.length - 1] as number) + 1 });
  };
  for (const m of stream.text.matchAll(BEHIND_TOKEN)) {
    const token = /\S+\s{0,2}$/.exec(stream.text.slice(Math.max(0, m.index - LONGEST_TOKEN), m.index))?.[0].trimEnd() ?? '';
    if (token !== '' && token.length < LONGEST_TOKEN) add(stream.text.lastIndexOf(token, m.index), token);
  }
  for (const m of stream.text.matchAll(WORD)) {
    const from = m.index + m[0].length;
    const behind = /^[^:\n=「『"“]{0,24}?(?:[:=(（]|\s[-–—]\s|\bis\b|\bwas\b|\b(?:ist|war|lautete?)\b|は|[「『"“'])\s{0,3}([^\s「」『』"“”<>]{4,40})/.exec(
      stream.text.slice(from, from + REACH),
    );
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
