import { expect, test } from 'vitest';
import { accountsIn } from './accounts.js';

const found = (text: string): string[] => accountsIn(text, 50).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  // what stands in the message, what is listed, why
  ['send $200 on cash app to $mia22', ['cash-tag $mia22'], 'a sum is no cash tag'],
  ['https://cash.app/$mia22.', ['pay-page https://cash.app/$mia22'], 'a page of payment is listed once, without the full stop'],
  ['DM me @mia.22 or mia@example.com', ['mail mia@example.com', 'handle @mia.22'], 'an address is no handle'],
  ['move to t.me/mia22 。', ['web t.me/mia22'], 'a page without https://'],
  ['見て→https://example.jp/a?b=1。よろしく', ['web https://example.jp/a?b=1'], 'Japanese ends a web address'],
  ['みずほ銀行 渋谷支店 普通 1234567 タナカハナコ', ['bank みずほ銀行 渋谷支店 普通 1234567 タナカハナコ'], 'a bank account with its holder'],
  ['ゆうちょ銀行 記号 12345 番号 12345678', ['bank ゆうちょ銀行 記号 12345 番号 12345678'], 'Japan Post Bank has two numbers'],
  ['普通の電話 090-1234-5678', ['phone 090-1234-5678'], 'an everyday word before a telephone'],
  ['電話は０９０－１２３４－５６７８', ['phone 090-1234-5678'], 'full-width digits'],
  ['+44 20 7946 0958, (212) 555-0142', ['phone +44 20 7946 0958', 'phone (212) 555-0142'], 'telephones of other countries'],
  ['LINE ID: mai_0412', ['messenger LINE ID: mai_0412'], 'an identifier of a messenger'],
  ['ライン：mai_0412', ['messenger ライン:mai_0412'], 'without "ID"'],
  ['subject line: hello there, the signal is strong', [], 'words of a language that are names of services'],
  ['IBAN DE89 3704 0044 0532 0130 00 today', ['iban DE89 3704 0044 0532 0130 00'], 'check digits are right'],
  ['GB00 1111 2222 3333 4444 55', [], 'check digits are wrong'],
  ['국민은행 123456-78-901234 김철수', ['bank 국민은행 123456-78-901234 김철수'], 'a Korean bank'],
  ['2026-11-29 12:00 +0900, 1,300 USD, 20000円', [], 'dates, times and sums'],
  ['bc1q2plm7akxkmnj4edhtxnqc3880d76hrudlnv0m', [], 'a wallet is listed elsewhere, by its checksum'],
  ['@mia22 @MIA22 @mia22', ['handle @mia22'], 'each once'],
])('%j: %j, %s', (text, expected) => expect(found(text)).toEqual(expected));

test('a list that never ends is cut', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => `@user${i}`).join(' ');
  expect(accountsIn(many, 200)).toHaveLength(200);
});
