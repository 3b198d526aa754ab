import { fill, join, KB, mail } from '../pieces.js';
import type { Hostile } from './model.js';

/** A mail of two parts under a boundary as it is written in the header and as it is in the body. */
function two(id: string, header: string, line: string, why: string): Hostile {
  return {
    id: `boundary ${id}`,
    why,
    bytes: () =>
      mail(
        `Content-Type: multipart/alternative; boundary=${header}`,
        join(`--${line}\r\n\r\nfirst\r\n--${line}\r\nContent-Type: text/html\r\n\r\n<p>second\r\n--${line}--\r\n`),
      ),
  };
}

const LONG = 'b'.repeat(70 * KB);

export const BOUNDARIES: readonly Hostile[] = [
  two('empty', '""', '', 'every line with dashes is one'),
  two('of a space', '" "', ' ', 'trimmed to nothing'),
  two('of dashes', '"--"', '--', 'looks like an end'),
  two('that ends in dashes', '"b--"', 'b--', 'looks like its own end'),
  two('of 70 KB', `"${LONG}"`, LONG, 'ten times a thousand of what is allowed'),
  two('of regex signs', '"(a+)+$[^]\\\\\\\\.*?{1,99}|"', '(a+)+$[^]\\\\.*?{1,99}|', 'put into a pattern unescaped'),
  two('of quotes', '"\\"\\"\\""', '"""', 'quoted pairs'),
  two('of high bytes', '"\u00e9\u3042"', '\u00e9\u3042', 'bytes beyond ASCII'),
  two('of a null', '"a\0b"', 'a\0b', 'a zero ends a string elsewhere'),
  two('with a line end', '"a\r\n b"', 'ab', 'folded inside its quotes'),
  two('unquoted with spaces', 'a b c', 'a', 'ends at the first space'),
  two('never closed', '"abc', 'abc', 'a quote without its end'),
  two('of another case', '"ABC"', 'abc', 'boundaries keep their case'),
  two('not in the body', '"abc"', 'xyz', 'no part at all'),
  {
    id: 'boundary twice in the header',
    why: 'two readers, two mails',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=a; boundary=b', '--a\n\nfirst\n--b\n\nsecond\n--a--\n--b--\n'),
  },
  {
    id: 'boundary inside a part is its prefix',
    why: 'the inner ends the outer',
    bytes: () =>
      mail('Content-Type: multipart/mixed; boundary=bb', '--bb\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--bb\n\nmore\n--b--\n--bb--\n'),
  },
  {
    id: 'boundary of the outer within the inner',
    why: 'the inner is cut',
    bytes: () =>
      mail('Content-Type: multipart/mixed; boundary=o', '--o\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nwords\n--o--\n--i\n\nmore\n--i--\n'),
  },
  {
    id: 'boundary closed 100,000 times',
    why: 'an end after the end',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=b', join('--b\n\nwords\n', fill(600 * KB, '--b--\n'))),
  },
  {
    id: 'boundary with 1 MB of white space behind',
    why: 'a line that is looked along',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=b', join('--b', fill(1000 * KB, ' \t'), '\n\nwords\n--b--\n')),
  },
  {
    id: 'boundary lines with 10 KB of white space behind',
    why: 'each line is looked along',
    bytes: () => mail('Content-Type: multipart/mixed; boundary=b', fill(2000 * KB, `--b${' '.repeat(10 * KB)}x\n`)),
    over: true,
  },
  { id: 'boundary lines without a header', why: 'pasted from the middle of a source', bytes: () => fill(1000 * KB, '--abc\n') },
  {
    id: 'boundary lines that differ, without a header',
    why: 'which one is meant',
    bytes: () => join(Array.from({ length: 60_000 }, (_, k) => `--abc${k}\nContent-Type: text/plain\n`).join('')),
  },
];
