import { expect, test } from 'vitest';
import { read } from '../../read/read.js';
import type { AuthResult, Envelope, Live } from './report.js';
import { senderOf } from './sender.js';

const AT_THE_DOOR: Envelope = {
  clientAddress: '198.51.100.7',
  clientName: null,
  helo: 'bulk.example',
  mailFrom: 'ken@reader.example',
  rcptTo: ['ken@reader.example'],
  authenticatedUser: null,
  authservIds: ['mx.reader.example'],
};
const dmarc = (result: AuthResult): Live => ({
  results: [{ method: 'dmarc', result, domain: 'reader.example', aligned: true, policy: 'reject' }],
  lookups: 3,
  problems: [],
});
const letter = (result: string): string => `Authentication-Results: mx.reader.example; dmarc=${result} header.from=reader.example
Received: from bulk.example (bulk.example [198.51.100.7]) by mx.reader.example with ESMTP; Sun, 29 Nov 2026 01:00:00 +0000
From: Ken <ken@reader.example>
To: ken@reader.example
Subject: x

x
`;

test.each([
  // the header   the DNS      at the door  verdict        reason          why
  ['pass', 'fail', true, 'not-proven', 'dns-disagrees', 'a stranger may have written it, where no verifier stands before'],
  ['pass', 'fail', false, 'authentic', 'dns-disagrees', 'a saved copy may be changed, a key taken away'],
  ['fail', 'pass', true, 'not-proven', 'dns-disagrees', 'a signature that holds cannot have been forged'],
  ['fail', 'pass', false, 'not-proven', 'dns-disagrees', 'nor in a saved copy'],
  ['pass', 'pass', true, 'authentic', 'dns-agrees', ''],
  ['fail', 'fail', true, 'spoofed', 'dns-agrees', ''],
  ['fail', 'fail', false, 'spoofed', 'dns-agrees', ''],
] as const)('the header says %s, the DNS %s, at the door: %s; so %s with %s (%s)', (stated, live, door, verdict, reason, _why) => {
  // At the door the server has not written its Received yet.
  const source = door ? letter(stated).replace(/^Received: .*\n/m, '') : letter(stated);
  const report = senderOf(read({ bytes: new TextEncoder().encode(source), name: 'a.eml' }), {
    name: 'a.eml',
    live: dmarc(live),
    ...(door ? { envelope: AT_THE_DOOR } : {}),
  });
  expect(report?.verdict).toBe(verdict);
  expect(report?.reasons).toContain(reason);
});

test.each(['temperror', 'permerror', 'none', 'neutral'] as const)('%s in the DNS agrees and disagrees with nothing', (live) => {
  for (const stated of ['pass', 'fail']) {
    const reasons = senderOf(read({ bytes: new TextEncoder().encode(letter(stated)), name: 'a.eml' }), { name: 'a.eml', live: dmarc(live) })?.reasons ?? [];
    expect(reasons.filter((reason) => reason.startsWith('dns-'))).toEqual([]);
  }
});
