import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { detect, splitMbox } from '@hattari/engine';
import { load } from '@hattari/shelf';

// why FILE[:N] ...: every place that was noticed in a message, with its words. For those who write phrases.
const know = load(new URL('../../doors/command/dist/shelf/', import.meta.url));
for (const arg of process.argv.slice(2)) {
  const [path = '', n] = arg.split(/:(?=\d+$)/);
  const file = readFileSync(path);
  const bytes = n === undefined ? file : [...splitMbox(path.endsWith('.gz') ? gunzipSync(file) : file)][Number(n)];
  const { mail, evidence, verdict } = detect({ bytes: bytes ?? new Uint8Array(0), answers: {}, place: 'US', words: 'en', now: 0 }, know);
  console.log(`${arg}: ${verdict.kind} ${verdict.probability}`);
  for (const e of evidence) {
    const spans = 'spans' in e ? e.spans : 'span' in e ? [e.span] : [];
    for (const span of spans)
      console.log(
        `  ${'id' in e ? `${e.kind} ${e.id}` : 'fact' in e ? e.fact : ''}: ${JSON.stringify(mail.parts.find((p) => p.id === span.part)?.text.slice(span.start, span.end))}`,
      );
  }
}
