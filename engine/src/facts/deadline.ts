import type { Span, Stream } from '../model.js';

/** Units of time in hours, by their words as folded (no accents, й is и). Endings are written out: "tag" must not be found in "tagung". */
const WORDS: Readonly<Record<string, number>> = {
  ...of(1, 'hour hours hr hrs h stunde stunden std hora horas час часа часов ч ساعه ساعات 小时 小時 个小时 個小時 钟头 鐘頭 個鐘'),
  ...of(24, 'day days tag tage tagen werktag werktage werktagen dia dias сутки суток день дня днеи يوم يوما ايام 天 个工作日 個工作日'),
  ...of(1 / 60, 'minute minutes min mins minuten minuto minutos мин минут минута минуты минуту دقيقه دقايق 分钟 分鐘'),
  ...of(168, 'week weeks woche wochen semana semanas неделя недели недель неделю اسبوع اسابيع 个星期 個星期'),
};
/** Units that stand right behind the number and are everyday endings too: a deadline only with a word for one near by. */
const GLUED: Readonly<Record<string, number>> = { 時間: 1, 日: 24, 日間: 24, 分: 1 / 60, 週間: 168, 시간: 1, 일: 24, 분: 1 / 60, 주: 168, 주일: 168 };
const NEAR =
  '以内|まで|うちに|与え|あげ|猶予|待|だけ|あり|残|しか|です|이내|안에|안으로|내로|내에|까지|준다|줄게|줄테|드리|드립|드릴|주겠|주어|남았|남아|있습|있다|뿐|유예|기다';

// Within letters deadlines run from minutes to weeks; a year is no deadline.
const LONGEST_HOURS = 24 * 31;
const BETWEEN = '(?:business |full |working |volle |полных |рабочих )?';
const longestFirst = (words: Readonly<Record<string, number>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
const PATTERN = new RegExp(`(\\d{1,3})\\s{0,2}${BETWEEN}(?:(${longestFirst(WORDS)})(?![a-zа-яء-ي])|(${longestFirst(GLUED)})(?=.{0,10}(?:${NEAR})))`, 'gi');
const MOST = 20;

/** Spans of time that could be deadlines, in hours, in the order in which they stand. */
export function findDeadlines(stream: Stream): { readonly hours: number; readonly span: Span }[] {
  const found: { hours: number; span: Span }[] = [];
  for (const m of stream.text.matchAll(PATTERN)) {
    if (found.length >= MOST) break;
    const hours = Number(m[1]) * (WORDS[(m[2] ?? '').toLowerCase()] ?? GLUED[m[3] ?? ''] ?? 0);
    if (hours <= 0 || hours > LONGEST_HOURS) continue;
    const start = stream.origin[m.index] as number;
    found.push({ hours: Math.round(hours * 100) / 100, span: { part: stream.part, start, end: (stream.origin[m.index + m[0].length - 1] as number) + 1 } });
  }
  return found;
}

function of(hours: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, hours]));
}
