import { addressesOf } from '../addresses.js';
import { readLetters } from '../letters.js';
import { type BluffLetter, LANGUAGES, type LetterLanguage } from './model.js';

/** One whole bluff letter a language, in our own words: `Subject:` in its first line, then the body. */
export function bluffLetters(folder: URL): BluffLetter[] {
  return LANGUAGES.map((language) => {
    const [letter] = readLetters(new URL(`disguise.${language}.txt`, folder));
    const [, subject, text] = /^Subject: ([^\n]*)\n\n(.*)$/s.exec(letter?.text ?? '') ?? [];
    if (letter === undefined || subject === undefined || text === undefined) throw new Error(`disguise.${language}.txt: wanted a letter with a subject`);
    const wallet = addressesOf(letter.name).BTC;
    if (text.split(wallet).length !== 2) throw new Error(`disguise.${language}.txt: wanted its wallet once`);
    return { language, subject, text, wallet };
  });
}

/** The words that a filter looks for and a sender therefore hides; as they stand in the letters. */
const KEYS: Readonly<Record<LetterLanguage, string>> = {
  en: 'bitcoin|wallet|trojan|hackers|webcam|recorded|video|videos|camera|microphone|antivirus|adult|websites|access|account|password|contact|friends|relatives|colleagues|police|transfer|delete|timer|hours',
  de: 'Hacker|Bitcoin|Wallet|Trojaner|Webcam|Video|Kamera|Mikrofon|Antivirenprogramm|Website|Erwachsene|Zugriff|Konto|Passwort|Kontakte|Freunde|Verwandten|Kollegen|Polizei|überweisen|löschen|Timer|Stunden|gehackt|infiziert',
  ru: 'хакер|взломал|биткоин|биткоинах|кошелек|троян|вирус|вирусом|видео|камеры|камеру|микрофон|антивирус|сайт|взрослых|доступ|аккаунту|пароль|контакты|друзьям|родственникам|коллегам|полицию|переведите|удалю|Таймер|часов|роутер',
  ja: 'ハッカー|ハッキング|ビットコインウォレット|ビットコイン|ウォレット|トロイの木馬|ウイルス|ウェブカメラ|録画|動画|カメラ|マイク|アダルトサイト|アクセス|メールアカウント|アカウント|パスワード|連絡先|家族|友人|同僚|警察|送金|削除|タイマー|48時間|感染',
  ko: '해커|해킹|비트코인|지갑|트로이 목마|악성코드|바이러스|웹캠|녹화|동영상|카메라|마이크|성인 사이트|권한|계정|비밀번호|연락처|가족|친구|동료|경찰|송금|삭제|타이머|48시간|감염',
};

const PATTERN = new Map<LetterLanguage, RegExp>();

/** Puts `change` over each key word of the text, long words before the short ones inside them. */
export function onKeyWords(text: string, language: LetterLanguage, change: (word: string) => string): string {
  let pattern = PATTERN.get(language);
  if (pattern === undefined) {
    const words = KEYS[language]
      .split('|')
      .sort((a, b) => b.length - a.length)
      .join('|');
    // Scripts with spaces: whole words only; the others glue endings on.
    pattern = new RegExp(language === 'ja' || language === 'ko' ? `(?:${words})` : `(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');
    PATTERN.set(language, pattern);
  }
  return text.replace(pattern, change);
}
