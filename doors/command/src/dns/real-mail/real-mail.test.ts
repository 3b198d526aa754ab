import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OWN, PostOffice } from './post-office.js';
import { missing } from './programs.js';

const why = missing();
if (why !== null) console.warn(`real-mail.test.ts is skipped: ${why}`);
const LETTER = [
  `From: Hana <${OWN}>`,
  `To: ${OWN}`,
  'Subject: Your account',
  'Date: Sun, 29 Nov 2026 01:00:00 +0000',
  'Message-ID: <1@garden.test>',
  '',
  'I have your password.',
  '. a dot',
  '',
].join('\r\n');

describe.skipIf(why !== null)('x', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open();
  }, 60_000);
  afterAll(async () => office?.close());
  test('y', async () => {
    const a = await office.send(LETTER);
    console.log(readFileSync(a.file, 'latin1'), a.handover, a.handover.message.toString('latin1'));
    const b = await office.forge(LETTER);
    console.log(readFileSync(b.file, 'latin1'), b.handover, office.names.asked);
    expect(1).toBe(1);
  });
});
