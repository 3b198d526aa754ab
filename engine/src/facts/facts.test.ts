import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.js';
import type { Stream } from '../model.js';
import { findDeadlines } from './deadline.js';
import { isDialogue } from './dialogue.js';
import { findMoney } from './money.js';
import { findNames } from './names.js';
import { findPasswords } from './password.js';
import { hasPhone } from './phone.js';
import { railIn } from './rail.js';
import { hasSums } from './sums.js';
import { findWallets } from './wallet/find.js';

function stream(text: string): Stream {
  const { text: folded, origin } = foldText(text);
  return { part: '1', kind: 'text', text: folded, origin };
}

describe('wallets: the checksum decides', () => {
  // Test vectors of the standards themselves (BIP 173, BIP 350, EIP-55) and addresses made from digests; nobody is paid here.
  test.each([
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'BTC', 'main', true],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'BTC', 'main', true],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'BTC', 'main', true],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'BTC', 'main', true],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', 'BTC', 'main', true],
    ['tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'BTC', 'test', true],
    ['mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn', 'BTC', 'test', true],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ETH', 'main', true],
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'ETH', 'main', false],
    ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A', 'XMR', 'main', true],
  ])('%s: %s %s, sure %s', (address, coin, network, sure) => {
    expect(findWallets(stream(`Send it to ${address}, today.`))).toMatchObject([{ coin, network, sure }]);
  });

  test.each([
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3', 'one letter wrong'],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'checksum wrong'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'version 1 with the old checksum'],
    ['BC1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'mixed case'],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'EIP-55 checksum wrong'],
    ['da39a3ee5e6b4b0d3255bfef95601890afd80709', 'a SHA-1'],
    ['550e8400-e29b-41d4-a716-446655440000', 'a UUID'],
    ['https://example.org/1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'a path'],
    ['key=1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'a parameter'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'letters'],
  ])('%s is none: %s', (text) => expect(findWallets(stream(text))).toEqual([]));

  test('the span leads back to the original text through invisible letters', () => {
    const text = 'to bc1qw508d6qejxtdg\u200b4y5r3zarvary0c5xw7kv8f3t4 now';
    const [wallet] = findWallets(stream(text));
    expect(wallet?.address).toBe('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4');
    expect(text.slice(wallet?.span.start, wallet?.span.end)).toBe('bc1qw508d6qejxtdg\u200b4y5r3zarvary0c5xw7kv8f3t4');
  });

  test('law: random base58 text holds no wallet, and appending words never removes one', () => {
    const letters = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 26, maxLength: 106 }), fc.string({ maxLength: 40 }), (run, words) => {
        expect(findWallets(stream(run.join('')))).toEqual([]);
        const wallet = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
        expect(findWallets(stream(`${wallet} \n${words}`)).map((w) => w.address)).toContain(wallet);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['pay me $1,300 now', [{ amount: 1300, currency: 'USD' }]],
  ['exactly 1200$ in Bitcoin', [{ amount: 1200, currency: 'USD' }]],
  ['900 United States Dollars', [{ amount: 900, currency: 'USD' }]],
  ['transfer 0.05 BTC', [{ amount: 0.05, currency: 'BTC' }]],
  ['4.700 EUR', [{ amount: 4700, currency: 'EUR' }]],
  ['20万円を払え', [{ amount: 200_000, currency: 'JPY' }]],
  ['500 ドル', [{ amount: 500, currency: 'USD' }]],
  ['100만 원 입금해', [{ amount: 1_000_000, currency: 'KRW' }]],
  ['3백만원', [{ amount: 3_000_000, currency: 'KRW' }]],
  ['49,900원', [{ amount: 49_900, currency: 'KRW' }]],
  ['حوّل ١٬٣٠٠ دولار', [{ amount: 1300, currency: 'USD' }]],
  [
    'ادفع 5 آلاف دولار أو 2 ألف جنيه مصري',
    [
      { amount: 5000, currency: 'USD' },
      { amount: 2000, currency: 'EGP' },
    ],
  ],
  ['500 يوروبا', []],
  ['1,450달러를 송금', [{ amount: 1450, currency: 'USD' }]],
  ['회원 30명', []],
  ['５００ドル', [{ amount: 500, currency: 'USD' }]],
  ['überweise 1.770 EUR', [{ amount: 1770, currency: 'EUR' }]],
  ['3000 Franken auf das Konto', [{ amount: 3000, currency: 'CHF' }]],
  ['950 US-Dollar in Bitcoin', [{ amount: 950, currency: 'USD' }]],
  ['Kapitel 12, Seite 300', []],
  ['£1,085', [{ amount: 1085, currency: 'GBP' }]],
  ['переведите 1 300 долларов США', [{ amount: 1300, currency: 'USD' }]],
  [
    '5000 рублей или 60 евро',
    [
      { amount: 5000, currency: 'RUB' },
      { amount: 60, currency: 'EUR' },
    ],
  ],
  ['20 тысяч рублей', [{ amount: 20_000, currency: 'RUB' }]],
  ['500₽', [{ amount: 500, currency: 'RUB' }]],
  ['0,05 биткоина', [{ amount: 0.05, currency: 'BTC' }]],
  ['5 рублёвых монет, 3 раза, литр 5', []],
  ['transfira 1.300 dólares agora', [{ amount: 1300, currency: 'USD' }]],
  ['faz um pix de R$ 500', [{ amount: 500, currency: 'BRL' }]],
  ['manda 200 reais', [{ amount: 200, currency: 'BRL' }]],
  ['realmente 300 páginas', []],
  ['chapter 12, page 300', []],
])('money in %j: %j', (text, wanted) => expect(findMoney(stream(text)).map((f) => f.money)).toEqual(wanted));

test.each([
  ['you have 48 hours to pay', [48]],
  ['within 2 days (48 hours)', [48, 48]],
  ['48時間以内に', [48]],
  ['10分以内に送れ', [10 / 60]],
  ['you have 10 minutes', [10 / 60]],
  ['I give you 2 business days', [48]],
  ['Sie haben genau 50 Stunden', [50]],
  ['binnen 2 Tagen, das sind 48h', [48, 48]],
  ['du hast 10 Minuten', [10 / 60]],
  ['bis zu 3 Werktagen', [72]],
  ['30 Tagesordnungen, 5 Tagungen', []],
  ['у вас 48 часов', [48]],
  ['даю 2 рабочих дня, потом 10 дней', [48, 240]],
  ['3 суток или 15 минут, 1 неделя', [72, 15 / 60, 168]],
  ['2 часть, 5 деталей, 3 минус 1', []],
  ['أمامك ٤٨ ساعة للدفع، لا 3 أيام', [48, 72]],
  ['تصدر 5 يوميات', []],
  ['48시간 안에 송금하십시오', [48]],
  ['10분 준다', [10 / 60]],
  ['이틀(2일)의 시간을 드립니다', [48]],
  ['기차는 10분 뒤에 떠납니다', []],
  ['tem 48 horas para pagar', [48]],
  ['dou-lhe 2 dias', [48]],
  ['vc tem 10 minutos', [10 / 60]],
  ['duas horas', []],
  ['twenty years', []],
  ['365 days', []],
])('deadlines in %j: %j', (text, hours) => expect(findDeadlines(stream(text)).map((f) => f.hours)).toEqual(hours.map((h) => Math.round(h * 100) / 100)));

test.each([
  ['I know your password: maabeau23', ['maabeau23']],
  ['Your password is Aurora20!!! right?', ['Aurora20!!!']],
  ['Xk9-old-pass is your password.', ['Xk9-old-pass']],
  ['あなたのパスワードは「sakura1995」です', ['sakura1995']],
  ['Am Tag des Hacks war das Passwort: sommer1987.', ['sommer1987']],
  ['Ihr Kennwort lautet blau8ssel', ['blau8ssel']],
  ['Ich weiß, dass blauw8ssel eines Ihrer Passwörter ist.', ['blauw8ssel']],
  ['xk9-alt ist dein Passwort', ['xk9-alt']],
  ['Das Passwort ist erforderlich', []],
  ['كلمة المرور الخاصة بك هي: qwer1234!!', ['qwer1234!!']],
  ['كلمة السر كانت nasser99 يومها', ['nasser99']],
  ['كلمة المرور يجب أن تكون طويلة', []],
  ['귀하의 비밀번호는 qwer1234!!입니다', ['qwer1234!!']],
  ['비밀번호는 8자 이상이어야 합니다', []],
  ['girafa77x é a sua senha', ['girafa77x']],
  ['a sua palavra-passe é Aurora20!!!', ['Aurora20!!!']],
  ['a senha e o nome', []],
  ['changing your password is useless', []],
  ['Reset your password here: https://example.org/reset1', []],
  ['The password is required', []],
  ['Ваш пароль: maabeau23', ['maabeau23']],
  ['hunter2024 — один из ваших паролей', ['hunter2024']],
  ['смена пароля ничего не даст', []],
])('passwords shown in %j: %j', (text, wanted) => expect(findPasswords(stream(text)).map((s) => text.slice(s.start, s.end))).toEqual(wanted));

test.each([
  ['mia: hey\nme: hi\nmia: so', true],
  ['[14/03/2025, 23:41:07] Elena: hi\n[14/03/2025, 23:58:30] Elena: ok', true],
  ['22:14 みお　録画してたよ\n22:15 自分　え', true],
  ['あいて「何さい？」\nじぶん「15」', true],
  ['Dear Sir,\nplease find the minutes below.\nRegards', false],
  ['One line only: a colon', false],
])('a conversation? %j: %s', (text, is) => expect(isDialogue(text)).toBe(is));

test.each([
  ['your sister Alison gets it', ['your sister Alison']],
  ['starting with Greg', ['starting with Greg']],
  ['ask @bethany.r about it', [' @bethany.r']],
  ['bekommt Ihre Frau Sabine die Aufnahme', ['Ihre Frau Sabine']],
  ['ich schick es deiner Schwester Lena', ['deiner Schwester Lena']],
  ['deinem Lehrer Herrn Maurer', ['deinem Lehrer Herrn Maurer']],
  ['ich schicke deiner Mutter Bilder', []],
  ['an Ihre Freunde, Verwandten und Kollegen', []],
  ['write to me@example.org', []],
  ['課長の田中さんに送る', ['課長の田中さん']],
  ['니 누나 김지은한테 보낸다', ['누나 김지은한테']],
  ['김민수 부장님께 알리겠다', ['김민수 부장님께']],
  ['이미 팀장님께 보냈습니다', []],
  ['모든 친구와 동료에게 보내겠습니다', []],
  ['all your friends, relatives and colleagues', []],
  ['mando pra sua irmã Helena', ['sua irmã Helena']],
  ['começando pelo Tiago', ['começando pelo Tiago']],
  ['a sua mãe vai saber', []],
  ['ask Google how to buy bitcoin', []],
  ['連絡先の全員に送ります', []],
  ['скину твоей сестре Кате', ['твоей сестре Кате']],
  ['начну с Игоря', ['начну с Игоря']],
  ['отправлю вашим друзьям и вашей жене', []],
  ['моя мама приедет в Москву', []],
])('names in %j: %j', (text, names) => expect(findNames(stream(text)).map((s) => text.slice(s.start, s.end))).toEqual(names));

test.each([
  ['アップルのギフトカード2万円分', 'gift-card'],
  ['$200 on cash app', 'app'],
  ['8万円を口座に振り込んで', 'transfer'],
  ['скинь 5000 на карту', 'transfer'],
  ['переведи по СБП', 'app'],
  ['купи подарочную карту', 'gift-card'],
  ['문상 5만원 핀번호 보내', 'gift-card'],
  ['카카오페이로 보내', 'app'],
  ['계좌로 입금해', 'transfer'],
  ['faz um pix agora', 'app'],
  ['200 euros por MB WAY', 'app'],
  ['código do cartão-presente', 'gift-card'],
  ['depósito na minha conta', 'transfer'],
  ['pay me', null],
  ['kauf einen Gutschein und schick den Code', 'gift-card'],
  ['überweis es auf die IBAN', 'transfer'],
])('way to pay in %j: %s', (words, rail) => expect(railIn(words)).toBe(rail));

test.each([
  ['call 555-123-4567', true],
  ['звоните +7 (912) 345-67-89', true],
  ['8 800 555 35 35', true],
  ['счёт 4281 на 3 500', false],
])('a telephone number in %j: %s', (text, is) => expect(hasPhone(text)).toBe(is));

test.each([
  ['paguei 300, depois mais 450', true],
  ['50 보냈고 서버비라고 80 더 보냈고', true],
  ['See you on 12.03.2026 at 18:30, room 12', false],
  ['In 2024 and 2025 nothing happened', false],
  ['Python 3.12 and version 10.4', false],
])('sums in %j: %s', (text, is) => expect(hasSums(text)).toBe(is));
