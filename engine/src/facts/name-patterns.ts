/**
 * How letters name people whom the reader knows, language by language, on folded text (case kept). Each pattern is anchored on a
 * rare word and has no nested repeats; its first group is the name.
 *
 * Most texts name nobody, and each pattern costs as much as reading them: `behind` are all words that may stand right before the
 * name (a comma or a dot after them aside), a space between, the name a capital and two small Latin letters at least; or `needs` is
 * found in every text that the pattern finds something in.
 */
export type NamePattern = { readonly pattern: RegExp } & ({ readonly behind: readonly string[] } | { readonly needs: RegExp });

const RELATION =
  '(?:mom|mum|mama|dad|father|mother|sister|brother|wife|husband|girlfriend|boyfriend|boss|manager|coach|teacher|aunt|auntie|uncle|cousin|friend|daughter|son|colleague|neighbou?r|landlord|fianc[ée]e?|ex)';
// German writes every noun with a capital: what follows the relation there is often no name.
const GERMAN_RELATION =
  '(?:Frau|Mann|Mutter|Mama|Vater|Papa|Schwester|Bruder|Freundin|Freund|Tochter|Sohn|Oma|Opa|Tante|Onkel|Cousine?|Chefin|Chef|Verlobten?)';
const GERMAN_NOUN =
  '(?:Bild|Foto|Video|Nackt|Nudes|Geld|Bescheid|Alles|Das|Dein|Ihr|Screenshot|Beweis|Nachricht|Mail|Aufnahme|Und|Oder|Aber|Wenn|Kolleg|Chef|Freund|Famil|Eltern|Kind|Mutter|Vater|Fragen|Angst|Post|Euro|Ich|Sie|Wir|Denn|Hilfe)';
// As folded: й is и, ё is е (твоей is твоеи).
const RUSSIAN_RELATION =
  '(?:мам[аеуы]|мамои|мать|матери|пап[аеуы]|отц[ауе]|отец|сестр[аеуы]|брат[ау]?|жен[аеуы]|муж[ау]?|девушк[аеуи]|парн[яю]|парень|дочь|дочери|дочк[аеуи]|сын[ау]?|бабушк[аеуи]|подруг[аеуи]|друг[ау]?|начальник[ау]?|тренер[ау]?|учительниц[аеуы]|тет[юе]|дяд[юе]|невест[аеуы]|жених[ау]?|бывш(?:ая|ии|еи|ему))';
/** One of the twenty commonest surnames (four in five Koreans bear one) and a given name. */
const KOREAN_NAME = '[김이박최정강조윤장임한오서신권황안송류홍][가-힣]{1,2}';
const RELACAO =
  '(?:mae|pai|irma|irmao|esposa|mulher|marido|namorad[oa]|noiv[oa]|filh[oa]|ti[oa]|avo|prim[oa]|amig[oa]|chefe|patrao|professora?|colega|vizinh[oa]|cunhad[oa]|sogr[oa])';

/** The commonest surnames in both scripts (most Chinese bear one of them). */
const CHINESE_SURNAME =
  '[王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁沈任姚卢盧傅钟鐘鍾谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江洪赖賴]';
const CHINESE_KIN =
  '(?:妈|媽|爸|妈妈|媽媽|爸爸|老公|老婆|姐|哥|妹|弟|姐姐|妹妹|哥哥|弟弟|女儿|女兒|儿子|兒子|女友|男友|女朋友|男朋友|闺蜜|閨蜜|老板|老闆|领导|主管|班主任|导师|導師|同事|室友)';

/** The words of a choice of words: those of `(?:professora?|noiv[oa])` are professor, professora, noivo, noiva. */
function words(choice: string): readonly string[] {
  return choice
    .replace(/^\(\?:|\)$/g, '')
    .split(/[ |]/)
    .flatMap((word) => (word.endsWith('?') ? [word.slice(0, -2), word.slice(0, -1)] : word))
    .flatMap((word) => {
      const [, head = word, letters = ''] = /^(.*)\[(.*)\]$/.exec(word) ?? [];
      return letters === '' ? word : Array.from(letters, (letter) => head + letter);
    });
}

const RELATIONS = words(RELATION.replace('neighbou?r', 'neighbour|neighbor').replace('fianc[ée]e?', 'fiance|fiancé|fiancee|fiancée'));
const GERMAN_RELATIONS = words(GERMAN_RELATION.replace('Verlobten?', 'Verlobte|Verlobten'));
const RELACOES = [...words(RELACAO), 'o', 'a'];

export const NAME_PATTERNS: readonly NamePattern[] = [
  // your sister Alison, ur mum Karen, husband Owen; "your friend Google" is caught by STRANGERS below.
  { behind: RELATIONS, pattern: new RegExp(`\\b(?:[Yy]our|ur|yr|his|her|my|neither will your) ${RELATION},? ([A-Z][a-z]{2,15})\\b`, 'g') },
  {
    behind: words('friend friends contact contacts follower followers colleague colleagues family relatives parents'),
    pattern: /\b[Yy]our (?:friends?|contacts?|followers?|colleagues?|family|relatives|parents),? ([A-Z][a-z]{2,15})(?= (?:and )?[A-Z])/g,
  },
  {
    behind: words('Aunt Auntie Uncle Coach Cousin Granny Grandma Grandpa Fr Father Sister'),
    pattern: /\b(?:Aunt|Auntie|Uncle|Coach|Cousin|Granny|Grandma|Grandpa|Fr\.|Father|Sister) ([A-Z][a-z]{2,15})\b/g,
  },
  // "starting with Greg", "sent it to Megan", "tell Martin"
  {
    behind: words('with to tell ask remember is'),
    pattern:
      /\b(?:start(?:ing)? with|beginning with|sent it to|send it to|sends? them to|tell|ask|remember|first is|next is|get(?:s)? to) ([A-Z][a-z]{2,15})\b(?! [A-Z][a-z]+ (?:Inc|Ltd|Corp))/g,
  },
  {
    behind: words('Mr Mrs Ms Miss Dr Prof'),
    pattern: /\b(?:to|tell|with|boss|manager|head|teacher|principal|for) (?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ([A-Z][a-z]{2,15})\b/g,
  },
  { needs: /@/, pattern: /(?:^|[\s(])@([a-z0-9_][a-z0-9_.]{3,28}[a-z0-9_])(?=[\s),.:;!?]|$)/g },
  // 妹の由香さん, 課長の田中さん, 母親の… : a relation and a name; or a name with さん that is not the first line's greeting
  {
    needs: /の/,
    pattern:
      /(?:妹|姉|兄|弟|母|父|奥さん|奥様|妻|夫|ご主人|旦那|彼女|彼氏|いとこ|友達|上司|部長|課長|店長|所長|塾長|先生|担任|同僚|後輩|先輩)(?:さん)?の([\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa]{1,6})(?:さん|くん|ちゃん|様|先生)/g,
  },
  {
    needs: /[部課店所塾]長|先生|コーチ|監督/,
    pattern:
      /(?<=[、。「\sがをにはと])([\u4e00-\u9fff\u30a1-\u30fa\u3041-\u3096]{1,5})(?:部長|課長|店長|所長|塾長|先生|コーチ|監督)(?=さん|に|へ|も|が|の|、|。|と|あて|\s|$)/g,
  },
  // 你老公张伟, 你妹叫林怡君
  {
    needs: /[你您妳]/,
    pattern: new RegExp(`[你您妳]的?${CHINESE_KIN}(?:叫|是)?(${CHINESE_SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[,，。.!！?？、\\s吧吗嗎的对對]|$)`, 'g'),
  },
  // 发给王总, 傳給林老師
  {
    needs: /[给給诉訴俾]/,
    pattern: new RegExp(
      `(?:发给|傳給|传给|發給|寄给|打给|告诉|告訴|send俾)(?:你的?|你们|妳的?|您的?)?(${CHINESE_SURNAME}[\\u4e00-\\u9fff]{0,2})(?:总|總|主任|老师|老師|经理|經理|局长|校长|校長|教授|院长|院長|科长|董)`,
      'g',
    ),
  },
  // deine Schwester Lena, Ihrer Frau Sabine, deinem Chef Herrn Maurer
  {
    behind: GERMAN_RELATIONS,
    pattern: new RegExp(`\\b(?:[Dd]eine?[rmn]?|Ihre?[rmn]?|seine?[rmn]?|meine?[rmn]?) ${GERMAN_RELATION},? (?!${GERMAN_NOUN})([A-Z][a-z]{2,15})\\b`, 'g'),
  },
  {
    behind: words('Herr Herrn Frau Dr'),
    pattern:
      /\b(?:[Dd]eine?[rmn]?|Ihre?[rmn]?) (?:Chefin|Chef|Lehrerin|Lehrer|Trainerin|Trainer|Schulleiterin|Schulleiter|Vorgesetzten?),? (?:Herrn?|Frau|Dr\.) ([A-Z][a-z]{2,15})\b/g,
  },
  // "твоей сестре Кате", "его жена Ольга", "начну с Игоря"
  {
    needs: /[А-Я][а-я]/,
    pattern: new RegExp(
      `(?<![а-я])(?:[Тт]во(?:еи|ему|его|я|и|ю)|[Вв]аш(?:еи|ему|его|а|у)?|его|ее|мо(?:еи|ему|его|я|и|ю)) ${RUSSIAN_RELATION},? ([А-Я][а-я]{2,15})(?![а-я])`,
      'g',
    ),
  },
  {
    needs: /[А-Я][а-я]/,
    pattern:
      /(?<![а-я])(?:начну с|начнем с|первои будет|первым будет|скинул[аи]? (?:это|все|видео|фото)|отправил[аи]? (?:это|все|видео|фото)) ([А-Я][а-я]{2,15})(?![а-я])/g,
  },
  // 누나 김지은한테, 담임 박서준 선생님; 김민수 부장님께
  {
    needs: /[김이박최정강조윤장임한오서신권황안송류홍][가-힣]/,
    pattern: new RegExp(
      `(?:엄마|아빠|누나|언니|오빠|형|동생|여친|남친|여자친구|남자친구|아내|와이프|남편|담임|선배|후배|친구)\\s(${KOREAN_NAME})\\s?(?:한테|에게|께|씨|부터|선생님)`,
      'g',
    ),
  },
  { needs: /[부과팀]장|사장|교수|선생/, pattern: new RegExp(`(?<=^|[\\s,])(${KOREAN_NAME})\\s?(?:부장|과장|팀장|사장|교수|선생)님?(?:한테|에게|께)`, 'g') },
  // sua mãe Helena, teu irmão Rui, a tua namorada, a Inês
  { behind: RELACOES, pattern: new RegExp(`\\b(?:[Ss]ua|[Ss]eu|[Tt]ua|[Tt]eu|minha|meu) ${RELACAO}(?:,? [oa])? ([A-Z][a-z]{2,15})\\b`, 'g') },
  // "começando pelo Tiago", "mandei para a Marta"
  {
    behind: words('pelo pela pro pra o a'),
    pattern:
      /\b(?:comecando (?:pelo|pela|com [oa])|comeco (?:pelo|pela)|mandei (?:pr[oa]|para [oa])|enviei (?:pr[oa]|para [oa]|a)|mand(?:o|ar) (?:pr[oa]|para [oa])|enviar (?:pr[oa]|para [oa])) ([A-Z][a-z]{2,15})\b/g,
  },
];
