import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Handover, hand, Internet } from './internet.js';
import { NameServer, type ZoneFile } from './name-server.js';
import { freePort, Programs } from './programs.js';

export const DOMAIN = 'garden.test';
export const OWN = `hana@${DOMAIN}`;
export const HOST = `mx.${DOMAIN}`;
/** Addresses of RFC 5737, which belong to nobody: of the sending server, and of a stranger. */
export const OURS = '192.0.2.1';
export const STRANGER = '198.51.100.7';

/** The user of a system who owns nothing: deliveries are made as this one. */
const NOBODY = 65_534;

/**
 * A real Postfix that sends, signing with OpenDKIM; another that receives, judging with OpenDKIM and OpenDMARC, and delivers into a
 * Maildir; a name server with the records of their domain. All in one temporary folder and on the loopback.
 */
export class PostOffice {
  private readonly programs = new Programs();
  private readonly folder = mkdtempSync(join(tmpdir(), 'hattari-post-'));
  private stops: (() => Promise<void>)[] = [];
  private submission = 0;
  private mainRoad!: Internet;
  private backRoad!: Internet;
  names!: NameServer;

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    try {
      await office.begin();
    } catch (cause) {
      await office.close();
      throw cause;
    }
    return office;
  }

  /** The letter as it lies in the Maildir, handed in at the own server: signed, and sent on. */
  async send(letter: string): Promise<{ readonly file: string; readonly handover: Handover }> {
    return await this.delivered(this.mainRoad, this.submission, 'desk.garden.test', letter);
  }

  /** The same, handed to the receiving server by a stranger. */
  async forge(letter: string): Promise<{ readonly file: string; readonly handover: Handover }> {
    return await this.delivered(this.backRoad, this.backRoad.port, 'bulk.stranger.test', letter);
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop();
    await this.programs.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async delivered(road: Internet, port: number, helo: string, letter: string) {
    const before = new Set(this.inbox());
    const carried = road.handovers.length;
    await hand(port, helo, OWN, OWN, letter);
    for (let tries = 0; tries < 300; tries++) {
      const fresh = this.inbox().find((name) => !before.has(name));
      const handover = road.handovers[carried];
      if (fresh !== undefined && handover !== undefined) return { file: join(this.folder, 'mail/box/new', fresh), handover };
      await wait(100);
    }
    throw new Error(`not delivered\n${['sending', 'receiving'].map((name) => this.log(name)).join('\n')}`);
  }

  private inbox(): string[] {
    const box = join(this.folder, 'mail/box/new');
    return existsSync(box) ? readdirSync(box) : [];
  }

  private log(name: string): string {
    const file = join(this.folder, name, 'log');
    return existsSync(file) ? readFileSync(file, 'latin1') : '';
  }

  private async begin(): Promise<void> {
    // Postfix works as several users, who must get through to their parts of the folder.
    chmodSync(this.folder, 0o755);
    mkdirSync(join(this.folder, 'mail'));
    chownSync(join(this.folder, 'mail'), NOBODY, NOBODY);
    const zone = this.zone();
    this.names = await NameServer.start(zone);
    this.stops.push(() => this.names.stop());
    const signing = await this.openDkim('signing', [
      `Domain ${DOMAIN}`,
      'Selector s1',
      `KeyFile ${this.file('s1.private')}`,
      'Mode s',
      'Canonicalization relaxed/relaxed',
    ]);
    const verifying = await this.openDkim('verifying', ['Mode v', `AuthservID ${HOST}`, 'AlwaysAddARHeader yes', `ResolverConfiguration ${this.resolver()}`]);
    const judging = await this.openDmarc(zone);
    const receiving = await freePort();
    await this.postfix('receiving', receiving, [
      'smtpd_upstream_proxy_protocol = haproxy',
      `myhostname = ${HOST}`,
      `smtpd_milters = ${[verifying, judging].map((port) => `inet:127.0.0.1:${port}`).join(', ')}`,
    ]);
    for (const address of [OURS, STRANGER]) {
      const road = await Internet.start(address, receiving);
      this.stops.push(() => road.stop());
      if (address === OURS) this.mainRoad = road;
      else this.backRoad = road;
    }
    this.submission = await freePort();
    await this.postfix('sending', this.submission, [
      'myhostname = mail.garden.test',
      `relayhost = [127.0.0.1]:${this.mainRoad.port}`,
      `smtpd_milters = inet:127.0.0.1:${signing}`,
    ]);
  }

  private file(name: string, text?: string): string {
    const path = join(this.folder, name);
    if (text !== undefined) writeFileSync(path, text);
    return path;
  }

  private zone(): ZoneFile {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(this.file('s1.private'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
    return {
      [DOMAIN]: { txt: [`v=spf1 ip4:${OURS} -all`] },
      [`s1._domainkey.${DOMAIN}`]: { txt: [key] },
      [`_dmarc.${DOMAIN}`]: { txt: ['v=DMARC1; p=reject'] },
    };
  }

  private resolver(): string {
    // Names under "test" are none to Unbound unless it is told, nor does it ask the machine it is on.
    const server = `server:\n  do-not-query-localhost: no\n  module-config: "iterator"\n  local-zone: "test." nodefault\n`;
    return this.file('unbound.conf', `${server}forward-zone:\n  name: "."\n  forward-addr: 127.0.0.1@${this.names.port}\n`);
  }

  private async openDkim(name: string, lines: readonly string[]): Promise<number> {
    const port = await freePort();
    const common = ['Syslog no', 'Background no', 'RequireSafeKeys no', `PidFile ${this.file(`${name}.pid`)}`, `Socket inet:${port}@127.0.0.1`];
    await this.programs.start('/usr/sbin/opendkim', ['-f', '-x', this.file(`${name}.conf`, `${[...common, ...lines].join('\n')}\n`)], port);
    return port;
  }

  /** OpenDMARC asks the name servers of the system only, or a file. */
  private async openDmarc(zone: ZoneFile): Promise<number> {
    const port = await freePort();
    const records = Object.entries(zone).flatMap(([name, { txt = [] }]) => txt.map((text) => `${name} ${text}\n`));
    const lines = [
      'Syslog no',
      'Background no',
      `AuthservID ${HOST}`,
      `TrustedAuthservIDs ${HOST}`,
      `TestDNSData ${this.file('records', records.join(''))}`,
      `PidFile ${this.file('judging.pid')}`,
      `Socket inet:${port}@127.0.0.1`,
    ];
    await this.programs.start('/usr/sbin/opendmarc', ['-f', '-c', this.file('judging.conf', `${lines.join('\n')}\n`)], port);
    return port;
  }

  private async postfix(name: string, port: number, lines: readonly string[]): Promise<void> {
    const folder = this.file(name);
    for (const part of ['', 'etc', 'queue', 'data']) mkdirSync(join(folder, part), { recursive: true });
    execFileSync('/bin/chown', ['postfix', join(folder, 'data')]);
    const main = [
      'compatibility_level = 3.6',
      `queue_directory = ${folder}/queue`,
      `data_directory = ${folder}/data`,
      'command_directory = /usr/sbin',
      'daemon_directory = /usr/lib/postfix/sbin',
      `maillog_file = ${folder}/log`,
      `maillog_file_prefixes = ${folder}`,
      'inet_interfaces = 127.0.0.1',
      'inet_protocols = ipv4',
      'mynetworks = 127.0.0.0/8',
      'mydestination =',
      'alias_maps =',
      'alias_database =',
      'disable_dns_lookups = yes',
      'smtpd_peername_lookup = no',
      'milter_default_action = tempfail',
      'smtpd_tls_security_level = none',
      ...(name === 'receiving' ? mailboxes(this.file('mail')) : []),
      ...lines,
    ];
    writeFileSync(join(folder, 'etc/main.cf'), `${main.join('\n')}\n`);
    writeFileSync(join(folder, 'etc/master.cf'), `127.0.0.1:${port} inet n - n - - smtpd\n${SERVICES}`);
    const stop = async (): Promise<void> => {
      try {
        execFileSync('/usr/sbin/postfix', ['-c', join(folder, 'etc'), 'stop'], { stdio: 'ignore' });
      } catch {
        // It is not running.
      }
    };
    this.stops.push(stop);
    await this.programs.start('/usr/sbin/postfix', ['-c', join(folder, 'etc'), 'start-fg'], port);
  }
}

function mailboxes(folder: string): string[] {
  const maps = [`virtual_mailbox_domains = ${DOMAIN}`, `virtual_mailbox_base = ${folder}`, 'virtual_mailbox_maps = static:box/'];
  return [...maps, `virtual_uid_maps = static:${NOBODY}`, `virtual_gid_maps = static:${NOBODY}`];
}

/** The services of master.cf that these two need. */
const SERVICES = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
smtp unix - - n - - smtp
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
