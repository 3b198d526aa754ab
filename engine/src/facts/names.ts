import type { Span, Stream } from '../model.js';

/**
 * Names of people that a letter gives besides the reader's own: the dividing line between mass mail and someone who knows
 * the reader. A relation with a name, a title with a name inside a sentence, a handle, a Japanese name with さん, a Korean one
 * behind a relation or before a title.
 */
const MOST = 12;
const RELATION =
  '(?:mom|mum|mama|dad|father|mother|sister|brother|wife|husband|girlfriend|boyfriend|boss|manager|coach|teacher|aunt|auntie|uncle|cousin|friend|daughter|son|colleague|neighbou?r|landlord|fianc[ée]e?|ex)';
/** One of the twenty commonest surnames (four in five Koreans bear one) and a given name. */
const KOREAN_NAME = '[김이박최정강조윤장임한오서신권황안송류홍][가-힣]{1,2}';
const PATTERNS: readonly RegExp[] = [
  // your sister Alison, ur mum Karen, husband Owen; "your friend Google" is caught by STRANGERS below.
  new RegExp(`\\b(?:[Yy]our|ur|yr|his|her|my|neither will your) ${RELATION},? ([A-Z][a-z]{2,15})\\b`, 'g'),
  /\b[Yy]our (?:friends?|contacts?|followers?|colleagues?|family|relatives|parents),? ([A-Z][a-z]{2,15})(?= (?:and )?[A-Z])/g,
  /\b(?:Aunt|Auntie|Uncle|Coach|Cousin|Granny|Grandma|Grandpa|Fr\.|Father|Sister) ([A-Z][a-z]{2,15})\b/g,
  // "starting with Greg", "sent it to Megan", "tell Martin"
  /\b(?:start(?:ing)? with|beginning with|sent it to|send it to|sends? them to|tell|ask|remember|first is|next is|get(?:s)? to) ([A-Z][a-z]{2,15})\b(?! [A-Z][a-z]+ (?:Inc|Ltd|Corp))/g,
  /\b(?:to|tell|with|boss|manager|head|teacher|principal|for) (?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ([A-Z][a-z]{2,15})\b/g,
  /(?:^|[\s(])@([a-z0-9_][a-z0-9_.]{3,28}[a-z0-9_])(?=[\s),.:;!?]|$)/g,
  // 妹の由香さん, 課長の田中さん, 母親の… : a relation and a name; or a name with さん that is not the first line's greeting
  /(?:妹|姉|兄|弟|母|父|奥さん|奥様|妻|夫|ご主人|旦那|彼女|彼氏|いとこ|友達|上司|部長|課長|店長|所長|塾長|先生|担任|同僚|後輩|先輩)(?:さん)?の([\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa]{1,6})(?:さん|くん|ちゃん|様|先生)/g,
  /(?<=[、。「\sがをにはと])([\u4e00-\u9fff\u30a1-\u30fa\u3041-\u3096]{1,5})(?:部長|課長|店長|所長|塾長|先生|コーチ|監督)(?=さん|に|へ|も|が|の|、|。|と|あて|\s|$)/g,
  // 누나 김지은한테, 담임 박서준 선생님; 김민수 부장님께
  new RegExp(
    `(?:엄마|아빠|누나|언니|오빠|형|동생|여친|남친|여자친구|남자친구|아내|와이프|남편|담임|선배|후배|친구)\\s(${KOREAN_NAME})\\s?(?:한테|에게|께|씨|부터|선생님)`,
    'g',
  ),
  new RegExp(`(?<=^|[\\s,])(${KOREAN_NAME})\\s?(?:부장|과장|팀장|사장|교수|선생)님?(?:한테|에게|께)`, 'g'),
];
// Words in capitals that stand where a name could: brands, days, months, coins.
const STRANGERS =
  /^(Google|Bitcoin|Paypal|PayPal|Microsoft|Apple|Amazon|Facebook|Instagram|Whatsapp|Telegram|Windows|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Linux|Android|Internet|The|This|That|You|Your|And|But|For|With|Please|Remember|When|What|How|Why|God|Lord|Jesus|English|Christmas|Debian|Ubuntu|Python|Java|이분|이번|한명|한분|오빠|신임|서로|정말|장남|조카|이모|이미|오늘|이제|이후|오전|오후|임시|전임|신규|서울|안내|조만간)$/;

/** Where such names stand in one folded text (case is kept there). Bounded and linear: each pattern is anchored on a word and has no nested repeats. */
export function findNames(stream: Stream): Span[] {
  const found: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of stream.text.matchAll(pattern)) {
      if (found.length >= MOST) return found;
      const name = match[1] ?? '';
      if (STRANGERS.test(name)) continue;
      const start = stream.origin[match.index] as number;
      found.push({ part: stream.part, start, end: (stream.origin[match.index + match[0].length - 1] as number) + 1 });
    }
  }
  return found;
}
