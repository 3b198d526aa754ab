import type { Span, Stream } from '../model.js';

const HOURS: Readonly<Record<string, number>> = {
  hour: 1,
  hr: 1,
  h: 1,
  hora: 1,
  dia: 24,
  minuto: 1 / 60,
  semana: 168,
  時間: 1,
  day: 24,
  日: 24,
  minute: 1 / 60,
  min: 1 / 60,
  分: 1 / 60,
  week: 168,
  週: 168,
};
// Within letters deadlines run from minutes to weeks; a year is no deadline.
const LONGEST_HOURS = 24 * 31;
const PATTERN =
  /(\d{1,3})\s{0,2}(?:business |full |working )?(?:(hours?|hrs?|days?|minutes?|mins?|weeks?|horas?|dias?|minutos?|semanas?)(?![a-z])|(時間|日間?|分|週間)(?=.{0,10}(以内|まで|うちに|与え|あげ|猶予|待|だけ|あり|残|しか|です)))/gi;
const MOST = 20;

/** Spans of time that could be deadlines, in hours, in the order in which they stand. */
export function findDeadlines(stream: Stream): { readonly hours: number; readonly span: Span }[] {
  const found: { hours: number; span: Span }[] = [];
  for (const m of stream.text.matchAll(PATTERN)) {
    if (found.length >= MOST) break;
    const unit = (m[2] ?? m[3] ?? '').toLowerCase().replace(/s$/, '').replace('日間', '日').replace('週間', '週');
    const hours = Number(m[1]) * (HOURS[unit] ?? 0);
    if (hours <= 0 || hours > LONGEST_HOURS) continue;
    const start = stream.origin[m.index] as number;
    found.push({ hours: Math.round(hours * 100) / 100, span: { part: stream.part, start, end: (stream.origin[m.index + m[0].length - 1] as number) + 1 } });
  }
  return found;
}
