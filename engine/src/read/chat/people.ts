import type { Side } from './conversation.js';
import { wordList } from './word-list.js';

/** What people write before a line for themselves, as typed in lower case: the languages of the house, and others. */
export const SELF: readonly string[] = wordList(
  'me, i, myself, mine, my reply, my side, op, victim', // en
  '自分, じぶん, 私, わたし, あたし, わたくし, 僕, ぼく, 俺, おれ, ワタシ, ボク, オレ, うち, 当方, 本人, 被害者, こっち, こちら', // ja
  '나, 저, 본인, 내가, 제가, 피해자, 회원님', // ko
  'ich, selbst, meine antwort, opfer', // de
  'eu, eu mesmo, eu mesma, vítima, vitima', // pt
  'yo, yo mismo, yo misma, víctima, victima', // es
  'я, мы, жертва', // ru, uk, bg
  'moi, je, moi-même, victime', // fr
  'io, vittima', // it
  '我, 本人, 自己, 受害者, 受害人', // zh
  'ik, slachtoffer', // nl
  'ja, ofiara', // pl, cs
  'já, oběť, obet', // cs, sk
  'jag', // sv
  'jeg, mig, meg', // da, nb
  'minä, mä, mina, uhri', // fi
  'εγώ, εγω', // el
  'én', // hu
  'ben, mağdur', // tr
  'аз, мен', // bg
  'أنا, انا, الضحية', // ar
  'אני', // he
  'मैं, मै', // hi
  'saya, aku, gue, gw, korban', // id
  'tôi, toi, mình, tui', // vi
  'ฉัน, ผม, หนู, เรา, ดิฉัน', // th
);

/** What programs write before the reader's own line. */
const YOU: readonly string[] = wordList(
  'you, あなた, 당신, du, sie, você, voce, tú, tu, usted, vous, вы, ты, ви, tu, lei, ty, jij, jou, u, dig, sinä, sä, εσείς, εσύ',
  'te, ön, sen, siz, вие, أنت, انت, أنتَ, אתה, את, आप, anda, kamu, bạn, คุณ, 你, 您, vy, dumneavoastră, tine',
);

/** What people write for the one who writes to them. */
export const OTHERS: readonly string[] = wordList(
  'he, she, him, her, them, they, it, other, other person, the other, other guy, guy, the guy, man, the man, girl, the girl, woman, dude',
  'scammer, the scammer, stranger, blackmailer, extortionist, hacker, the hacker, offender, suspect, creep, catfish, perv, ex, my ex, unknown', // en
  'unknown number, fake, bot',
  '相手, あいて, 相手方, 先方, 犯人, 加害者, 彼, 彼女, 彼氏, あの人, その人, 向こう, むこう, あっち, 知らない人, 詐欺師, 詐欺, 脅迫者, 男, 女, 相手の人, 元彼, 元カレ, 元カノ, 元夫, 元妻, 不明, 業者', // ja
  '상대, 상대방, 그놈, 그년, 그, 그녀, 그 사람, 그사람, 그 남자, 그 여자, 사기꾼, 가해자, 협박범, 범인, 모르는 사람, 전남친, 전여친, 놈, 남자, 여자', // ko
  'er, sie, ihn, ihm, ihr, der, die, typ, der typ, täter, taeter, betrüger, erpresser, erpresserin, fremder, unbekannt, unbekannter, gegenüber', // de
  'ex-freund, exfreund',
  'ele, ela, o cara, cara, golpista, outro, outra, o outro, chantagista, desconhecido, desconhecida, criminoso, burlão, meu ex, minha ex', // pt
  'él, el, ella, estafador, estafadora, otro, otra, extorsionador, chantajista, desconocido, desconocida, el tipo, tipo, acosador, mi ex', // es
  'он, она, оно, они, тот, мошенник, мошенница, шантажист, шантажистка, вымогатель, незнакомец, незнакомка, неизвестный, собеседник, бывший', // ru
  'бывшая, чувак, девушка, парень',
  'він, вона, вони, шахрай, вимагач, незнайомець', // uk
  "lui, elle, il, arnaqueur, escroc, maître-chanteur, inconnu, inconnue, l'autre, autre, le mec, mec, mon ex", // fr
  "lei, truffatore, ricattatore, sconosciuto, sconosciuta, altro, l'altro, il mio ex", // it
  '他, 她, 它, 对方, 對方, 骗子, 騙子, 陌生人, 犯人, 歹徒, 那个人, 那個人, 前男友, 前女友, 敲诈者, 诈骗犯, 詐騙犯', // zh
  'hij, zij, hem, haar, oplichter, afperser, onbekende, ander, de ander', // nl
  'on, ona, oszust, szantażysta, nieznajomy, nieznajoma, podvodník, vydírač, vyděrač, neznámý', // pl, cs
  'han, hon, hun, bedragare, bedrager, svindler, utpressare, utpresser, afpresser, okänd, ukendt, ukjent', // sv, da, nb
  'hän, se, huijari, kiristäjä, tuntematon', // fi
  'αυτός, αυτή, απατεώνας, εκβιαστής, άγνωστος', // el
  'ő, csaló, zsaroló, ismeretlen', // hu
  'o, dolandırıcı, şantajcı, yabancı, karşı taraf', // tr
  'той, тя, измамник, изнудвач, непознат', // bg
  'el, ea, escroc, șantajist, necunoscut', // ro
  'هو, هي, المبتز, المحتال, النصاب, شخص مجهول, الطرف الآخر', // ar
  'הוא, היא, נוכל, סחטן, זר', // he
  'वह, वो, उसने, ठग, ब्लैकमेलर, अजनबी', // hi
  'dia, penipu, pemeras, orang asing, pelaku', // id
  'nó, anh ta, cô ta, hắn, kẻ lừa đảo, người lạ, đối phương', // vi
  'เขา, มัน, คนร้าย, มิจฉาชีพ, คนแปลกหน้า, อีกฝ่าย', // th
);

/**
 * Words of the list above that say no more than "not I": who tells of somebody else calls the victim so too, so that from them
 * nothing follows for the second name.
 */
const PRONOUNS: ReadonlySet<string> = new Set(
  wordList(
    'he, she, him, her, them, they, it, man, the man, girl, the girl, woman, guy, the guy, dude, unknown',
    '彼, 彼女, 彼氏, あの人, その人, 男, 女, 不明, 그, 그녀, 그 사람, 그사람, 그 남자, 그 여자, 남자, 여자, 他, 她, 它, 那个人, 那個人',
    'er, ihn, ihm, ihr, der, die, typ, der typ, unbekannt, ele, ela, o cara, cara, él, el, ella, el tipo, tipo, il, elle, lui, le mec, mec',
    'он, она, оно, они, тот, чувак, девушка, парень, він, вона, вони, той, тя, hij, zij, hem, haar, on, ona, han, hon, hun, hän, se',
    'αυτός, αυτή, ő, o, ea, هو, هي, הוא, היא, वह, वो, उसने, dia, nó, anh ta, cô ta, hắn, เขา, มัน',
  ),
);

/** Words of the lists above that are answers, articles, labels or parts of a list as well. */
const DOUBTFUL: ReadonlySet<string> = new Set(
  wordList(
    'i, it, he, other, man, woman, girl, guy, unknown, fake, bot, op, ex, hacker, suspect, victim, offender, mine, myself',
    'on, o, el, u, te, se, il, der, die, er, ihr, ja, ty, tu, ben, han, hun, typ, tipo, otro, otra, outro, outra, autre, altro, ander, unbekannt',
    'dig, ea, lui, io, dia, мен',
    '男, 女, 不明, 本人, 業者, 남자, 여자, 그, 나, 저, 본인',
  ),
);

/** What stands before colons in letters, lists, logs, scripts and records: no name of anyone in a chat. */
const LABELS: ReadonlySet<string> = new Set(
  wordList(
    'note, notes, nb, ps, p.s, p.p.s, warning, caution, important, tip, tips, example, e.g, q, question, answer, update, edit, todo, fixme',
    'source, see, step, option',
    'from, to, cc, bcc, subject, date, sent, received, reply-to, attachment, attachments, re, fw, fwd, tel, phone, mobile, fax, email, e-mail',
    'mail, web, website, url, http, https, address',
    'name, first name, last name, surname, age, sex, gender, born, date of birth, nationality, education, experience, skills, languages',
    'references, position, company, employer, title, author, publisher, isbn',
    'city, country, street, zip, location, place, venue, time, when, where, what, who, why, how, price, total, subtotal, amount, tax, vat, qty',
    'quantity, item, items, order, invoice, customer, status, type, id, ref, version, size, color, colour, weight, dose, ingredients, method',
    'servings',
    'bitcoin, btc, eth, usdt, wallet, bitcoin address, btc address, password, login, user, username, pin, iban, bic, account, bank, sort code',
    'info, warn, error, debug, trace, fatal, notice, critical, fail, failed, ok, pass, skip, log, exception, caused by, files, license, licence',
    'copyright, format, function, kernel, device, control, commit, default, case, public, private, protected, else, try, return, added, fixed',
    'changed, removed, deprecated, security, feat, fix, docs, chore, test, refactor, signed-off-by, reviewed-by, acked-by, tested-by, reported-by',
    'suggested-by, co-authored-by, cc-by, fixes, closes, link',
    'narrator, act, scene, int, ext, interviewer, moderator, host, speaker, chorus, verse, plaintiff, defendant, judge, court, the court, counsel',
    'witness, teacher, student, yes, no, pros, cons, before, after, hint, definition, result, input, output, part, chapter, section, figure',
    'table, day, week, monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    '件名, 差出人, 宛先, 日時, 日付, 送信日時, 送信者, 受信日時, 添付, 注, 注意, 例, 参考, 備考, 場所, 住所, 氏名, 名前, 年齢, 性別, 電話, 電話番号, 携帯, メール, メールアドレス, 会社名, 会社, 部署, 担当, 担当者, 価格, 金額',
    '合計, 数量, 商品名, 商品, 注文番号, 期限, 期間, 時間, 会場, 定員, 対象, 料金, 持ち物, 内容, 問, 答, 質問, 回答, 出典, 著者, 材料, 作り方, 振込先, 口座番号, 口座名義, 銀行名, 支店名, 開催日, 集合, 問い合わせ, お問い合わせ',
    '月, 火, 水, 木, 金, 土, 日, 司会, 記者, 監督, 脚本',
    'hinweis, achtung, wichtig, beispiel, frage, antwort, von, an, betreff, datum, gesendet, telefon, handy, adresse, ort, zeit, uhrzeit, preis',
    'summe, betrag, menge, kunde, rechnung, konto, nachname, vorname, alter, nein, zutaten, kennwort, passwort',
    'nota, atenção, exemplo, pergunta, resposta, de, para, assunto, data, enviado, telefone, endereço, local, hora, preço, valor, cliente, nome',
    'idade, senha, não, sim, ejemplo, pregunta, respuesta, asunto, fecha, teléfono, dirección, precio, nombre, contraseña, nota bene, oggetto',
    'objet, date, à, prix, nom, prénom, adresse, remarque, question, réponse',
    'примечание, внимание, важно, пример, вопрос, ответ, от, кому, тема, дата, отправлено, телефон, адрес, место, время, цена, сумма, итого, имя',
    'фамилия, возраст, пароль, да, нет, источник',
    '참고, 주의, 중요, 예, 질문, 답변, 답, 보낸사람, 보낸 사람, 받는사람, 받는 사람, 제목, 날짜, 일시, 장소, 주소, 전화, 전화번호, 이메일, 이름, 성명, 나이, 성별, 가격, 금액, 합계, 계좌, 계좌번호, 예금주, 은행, 비밀번호',
    '출처, 문의, 대상, 기간, 시간, 내용, 비고, 첨부',
    '发件人, 收件人, 主题, 日期, 时间, 地点, 地址, 姓名, 电话, 邮箱, 价格, 金额, 备注, 注意, 问, 答, 密码, 寄件者, 收件者, 主旨',
  ),
);

// As names are compared: composed letters, whatever this file was saved in.
const SELF_SET: ReadonlySet<string> = new Set([...SELF, ...YOU].map(nameKey));
const OTHER_SET: ReadonlySet<string> = new Set(OTHERS.map(nameKey));

/** A name as it is compared: without marks of direction, "~", "@", markup and what stands in brackets behind it. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/^[\s~@*_"'“”「『-]+|[\s*_"'“”」』:.-]+$/g, '')
    .toLowerCase();
}

/** Whom a word that stands where a name does means; null for a name. Words that mean both (German "sie") mean nobody. `sure` unless it is a mere "he". */
export function personOf(name: string): { readonly side: Side; readonly sure: boolean } | null {
  for (const word of wordsFor(name)) {
    const isSelf = SELF_SET.has(word);
    if (isSelf !== OTHER_SET.has(word)) return isSelf ? { side: 'reader', sure: true } : { side: 'other', sure: !PRONOUNS.has(word) };
  }
  return null;
}

/** True for a word that hardly stands before a colon unless people talk. */
export function isTellingPerson(name: string): boolean {
  return personOf(name) !== null && !wordsFor(name).some((word) => DOUBTFUL.has(word));
}

/** "me (Anna)" as it stands, and without what explains it. */
function wordsFor(name: string): readonly string[] {
  const key = nameKey(name);
  const bare = key.replace(/\s?[([（【].{0,40}$/, '');
  return bare === key || bare === '' ? [key] : [key, bare];
}

// A service, a path, a level, a field, a time.
const MACHINE =
  /[[\]{}()<>=/\\|;#$%^`]|::|->|(?:^|[._-])(?:info|warn(?:ing)?|error|debug|trace|fatal|notice|critical|fail(?:ed)?)$|^(?:https?|ftp|file|x-[a-z-]+|md5|sha-?\d+|cve-.*|.*-by|.*-name|.*-id)$|^\d+$/i;

/** True for what programs, forms and letters write before a colon. */
export function isLabel(name: string): boolean {
  // "Mia (Tinder)" explains who it is; brackets elsewhere are a program's.
  const key = nameKey(name).replace(/\s?[(（【][^()（）]{1,40}[)）】]?$/, '');
  return key === '' || LABELS.has(key) || MACHINE.test(key) || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(key);
}
