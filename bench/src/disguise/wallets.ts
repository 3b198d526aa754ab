import { sha256 } from '@noble/hashes/sha2.js';
import { base58check, bech32 } from '@scure/base';
import { encodedWords, html, mailOf, plain } from './mail.js';
import type { BluffLetter, Disguise, LetterLanguage } from './model.js';

/** What the sender tells the reader to do with the address. */
const TOLD: Readonly<Record<LetterLanguage, { readonly remove: (sign: string) => string; readonly halves: readonly [string, string] }>> = {
  en: { remove: (s) => `(remove the ${s} from it)`, halves: ['The first part of the address:', 'The second part of the address:'] },
  de: { remove: (s) => `(entfernen Sie das ${s} daraus)`, halves: ['Der erste Teil der Adresse:', 'Der zweite Teil der Adresse:'] },
  ru: { remove: (s) => `(уберите ${s} из адреса)`, halves: ['Первая часть адреса:', 'Вторая часть адреса:'] },
  ja: { remove: (s) => `(${s}を取り除いてください)`, halves: ['アドレスの前半:', 'アドレスの後半:'] },
  ko: { remove: (s) => `(${s} 문자를 제거하세요)`, halves: ['주소의 첫 번째 부분:', '주소의 두 번째 부분:'] },
};

function rewritten(change: (wallet: string, letter: BluffLetter) => string): Disguise['apply'] {
  return (letter) => mailOf(encodedWords(letter.subject), plain(letter.text.replace(letter.wallet, () => change(letter.wallet, letter))));
}

function inHtml(change: (wallet: string) => string): Disguise['apply'] {
  return (letter) =>
    mailOf(
      encodedWords(letter.subject),
      html(`<html><body>${letter.text.replace(letter.wallet, () => change(letter.wallet)).replace(/\n/g, '<br>\n')}</body></html>`),
    );
}

const grouped = (wallet: string, size: number, separator: string): string => (wallet.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator);

const halves = (wallet: string): readonly [string, string] => {
  const at = wallet.length >> 1;
  return [wallet.slice(0, at), wallet.slice(at)];
};

/** The same key's address of the newer form, as banks of QR codes write it. */
function segwitOf(letter: BluffLetter): string {
  if (letter.wallet.startsWith('bc1')) return letter.wallet.toUpperCase();
  const hash = base58check(sha256).decode(letter.wallet).slice(1);
  return bech32.encode('bc', [0, ...bech32.toWords(hash)]).toUpperCase();
}

/** Base58 and bech32 both lack it, so that it can be taken out again by rule. */
const FOREIGN = 'O';

export const WALLETS: readonly Disguise[] = [
  { id: 'wallet-two-lines', why: 'over two lines', apply: rewritten((w) => halves(w).join('\n')) },
  { id: 'wallet-three-lines', why: 'over three lines', apply: rewritten((w) => grouped(w, Math.ceil(w.length / 3), '\n')) },
  {
    id: 'wallet-quoted-lines',
    why: 'over two lines of a quotation',
    apply: (l) => mailOf(encodedWords(l.subject), plain(l.text.replace(l.wallet, () => halves(l.wallet).join('\n')).replace(/^/gm, '> '))),
  },
  { id: 'wallet-spaced-4', why: 'a space after four letters', apply: rewritten((w) => grouped(w, 4, ' ')) },
  { id: 'wallet-spaced-1', why: 'a space after each letter', apply: rewritten((w) => grouped(w, 1, ' ')) },
  { id: 'wallet-starred', why: 'stars inside, to be removed', apply: rewritten((w, l) => `${grouped(w, 9, '*')} ${TOLD[l.language].remove('*')}`) },
  { id: 'wallet-one-star', why: 'one star, and nothing said', apply: rewritten((w) => halves(w).join('*')) },
  { id: 'wallet-hyphened', why: 'a hyphen after six letters', apply: rewritten((w) => grouped(w, 6, '-')) },
  { id: 'wallet-dotted', why: 'a dot after five letters', apply: rewritten((w) => grouped(w, 5, '.')) },
  { id: 'wallet-underscored', why: 'underscores', apply: rewritten((w) => grouped(w, 8, '_')) },
  {
    id: 'wallet-remove-letter',
    why: 'a letter that no address has, to be removed',
    apply: rewritten((w, l) => `${grouped(w, 10, FOREIGN)} ${TOLD[l.language].remove(FOREIGN)}`),
  },
  {
    id: 'wallet-remove-word',
    why: 'a word inside, to be removed',
    apply: rewritten((w, l) => `${halves(w).join('(REMOVE)')} ${TOLD[l.language].remove('(REMOVE)')}`),
  },
  {
    id: 'wallet-two-places',
    why: 'two halves, told as such',
    apply: rewritten((w, l) => `${TOLD[l.language].halves[0]} ${halves(w)[0]}\n${TOLD[l.language].halves[1]} ${halves(w)[1]}`),
  },
  {
    id: 'wallet-two-places-far',
    why: 'the second half at the end of the letter',
    apply: (l) => {
      const [first, second] = halves(l.wallet);
      const told = TOLD[l.language].halves;
      return mailOf(encodedWords(l.subject), plain(`${l.text.replace(l.wallet, () => `${told[0]} ${first}`)}\n${told[1]} ${second}`));
    },
  },
  { id: 'wallet-upper-case', why: 'bech32 in capitals', apply: rewritten((_, l) => segwitOf(l)), wallet: segwitOf },
  { id: 'wallet-uri', why: 'a payment address with an amount', apply: rewritten((w) => `bitcoin:${w}?amount=0.031&label=invoice`) },
  { id: 'wallet-uri-capitals', why: 'the same in capitals', apply: rewritten((_, l) => `BITCOIN:${segwitOf(l)}?amount=0.031`), wallet: segwitOf },
  { id: 'wallet-zero-width', why: 'invisible letters inside', apply: rewritten((w) => grouped(w, 3, '\u200b')) },
  { id: 'wallet-soft-hyphen', why: 'soft hyphens and word joiners inside', apply: rewritten((w) => grouped(w, 4, '\u00ad\u2060')) },
  { id: 'wallet-full-width', why: 'letters as wide as kana', apply: rewritten((w) => w.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))) },
  { id: 'wallet-bracketed', why: 'in brackets and quotes, letters right beside it', apply: rewritten((w) => `BTC:[${w}],"${w}"`) },
  {
    id: 'wallet-glued',
    why: 'between words without a space',
    apply: rewritten((w, l) => ({ ja: `アドレスは${w}です`, ko: `주소는 ${w}입니다`, ru: `адрес:${w}.`, en: `BTC:${w}!`, de: `Adresse:${w}.` })[l.language]),
  },
  { id: 'wallet-base64', why: 'written in base64', apply: rewritten((w) => `base64: ${Buffer.from(w).toString('base64')}`) },
  { id: 'wallet-html-tags', why: 'tags inside', apply: inHtml((w) => grouped(w, 5, '<b></b>')) },
  { id: 'wallet-html-noise', why: 'letters inside that nobody sees', apply: inHtml((w) => grouped(w, 5, '<span style="display:none">qX7</span>')) },
  { id: 'wallet-html-breaks', why: 'over lines of HTML', apply: inHtml((w) => grouped(w, 12, '<br>\n')) },
  { id: 'wallet-html-cells', why: 'in cells of a table', apply: inHtml((w) => `<table><tr><td>${grouped(w, 11, '</td><td>')}</td></tr></table>`) },
];
