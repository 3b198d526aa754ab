import { read, type SenderReport, senderOf } from '@hattari/engine';
import { messagesOf } from './corpora.js';

/** Folders whose headers are whole enough to be asked who sent the mail. */
const FOLDERS = ['ham', 'sextortion', 'phish', 'spam'] as const;

/** Prints how often each sender verdict comes, why, and each forgery of a folder of honest mail: lists and forwards are none. */
export function evalSenders(corpora: string): void {
  for (const folder of FOLDERS) {
    const verdicts = new Map<string, number>();
    const reasons = new Map<string, number>();
    const spoofed: string[] = [];
    for (const { name, bytes } of messagesOf(corpora, folder)) {
      const report = senderOf(read({ bytes, name }), { name });
      const verdict = report?.verdict ?? 'no mail';
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      if (report === null) continue;
      const reason = `${verdict}: ${report.reasons[0] ?? ''}${report.says.own ? ' (own address)' : ''}`;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (verdict === 'spoofed') spoofed.push(`    ${name}: ${detailOf(report)}`);
    }
    console.log(`senders of ${folder}: ${said(verdicts)}`);
    for (const [reason, n] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`  ${n}  ${reason}`);
    if (folder === 'ham' || spoofed.length <= 40) for (const line of spoofed) console.log(line);
  }
}

function detailOf({ says, certainty, reasons, brought, results }: SenderReport): string {
  const believed = results.filter((r) => r.trusted).map((r) => `${r.method}=${r.result}${r.domain === null ? '' : `:${r.domain}`}`);
  return `from ${says.domain ?? '?'}, ${certainty} [${reasons.join(' ')}] by ${brought.provider ?? '?'} [${believed.join(' ')}]`;
}

function said(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([verdict, n]) => `${verdict} ${n}`).join('  ');
}
