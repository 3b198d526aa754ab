import { generateKeyPairSync } from 'node:crypto';
import type { Live, LiveMethod } from '@hattari/engine';
import { dkimSign } from 'mailauth';
import { checkLive, type Question } from './live.js';
import { LIMITS, Lookups, type RecordType, type Resolve } from './lookups.js';
import { asOnTheWire } from './wire.js';

export type Zone = Readonly<Record<string, readonly unknown[] | string>>;
export const NOW = Date.UTC(2026, 10, 29);

/** A DNS of the test's own: records by "name TYPE"; a string is the code of an error; what is not there does not exist. */
export function zoneOf(zone: Zone, asked: string[] = []): Resolve {
  return async (name: string, type: RecordType) => {
    asked.push(`${name} ${type}`);
    const found = zone[`${name} ${type}`] ?? 'ENOTFOUND';
    if (typeof found === 'string') throw Object.assign(new Error(found), { code: found });
    return found;
  };
}
export const txt = (...records: string[]): string[][] => records.map((record) => record.match(/.{1,255}/gs) ?? ['']);

export function keys(bits = 2048): { readonly privateKey: string; readonly record: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    record: `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  };
}
export const KEY = keys();
export const OTHER = keys();

export const LETTER = [
  'From: Hana <hana@shop.example>',
  'To: Ken <ken@reader.test>',
  'Subject: The garden',
  'Date: Sun, 29 Nov 2026 00:00:00 +0000',
  'Message-ID: <1@shop.example>',
  '',
  'The roses are in flower.',
  '',
].join('\r\n');

export async function signed(
  letter = LETTER,
  domain = 'shop.example',
  options: { key?: string; selector?: string; algorithm?: string; bodyLength?: number } = {},
) {
  const { signatures } = await dkimSign(Buffer.from(letter), {
    signatureData: [
      {
        signingDomain: domain,
        selector: options.selector ?? 's1',
        privateKey: options.key ?? KEY.privateKey,
        ...(options.bodyLength === undefined ? {} : { maxBodyLength: options.bodyLength }),
      },
    ],
    canonicalization: 'relaxed/relaxed',
    algorithm: options.algorithm ?? 'rsa-sha256',
    signTime: new Date(NOW),
  } as never);
  return signatures + letter;
}

export const ZONE: Zone = {
  'shop.example TXT': txt('v=spf1 ip4:192.0.2.1 -all'),
  's1._domainkey.shop.example TXT': txt(KEY.record),
  '_dmarc.shop.example TXT': txt('v=DMARC1; p=reject'),
};
export const OURS = { address: '192.0.2.1', helo: 'mx.shop.example', mailFrom: 'hana@shop.example' };
export const THEIRS = { address: '198.51.100.7', helo: 'bulk.example', mailFrom: 'hana@shop.example' };

export async function live(letter: string | Uint8Array, zone: Zone | Resolve, question: Partial<Question> = {}, limits = LIMITS): Promise<Live> {
  const resolve = typeof zone === 'function' ? zone : zoneOf(zone);
  const wire = asOnTheWire(Buffer.from(letter));
  if (wire === null) return { results: [], lookups: 0, problems: [] };
  return checkLive({ wire, from: 'shop.example', client: null, came: NOW, now: NOW, ...question }, new Lookups(resolve, limits));
}
export const of = ({ results }: Live, method: LiveMethod): string | undefined => results.find((result) => result.method === method)?.result;
export const ids = ({ problems }: Live): string[] => problems.map(({ id }) => id);
