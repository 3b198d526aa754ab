// A registry mirror that serves one platform only leaves the optional packages of all others out of the lock file, and then
// `npm ci` refuses it everywhere. This writes them in, with the versions that their parents name: node build/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  aix: 'aix',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
};
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el'];
let added = 0;
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const wanted = version.replace(/^[\^~]/, '');
    const own = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    // Beside its parent where the top holds another version.
    const beside = path.replace(/node_modules\/(@[^/]+\/)?[^/]+$/, top);
    if ([own, beside].some((place) => lock.packages[place] !== undefined) || lock.packages[top]?.version === wanted) continue;
    const place = lock.packages[top] === undefined ? top : beside;
    const words = (name.split('/').pop() ?? '').split('-');
    const os = words.map((word) => OS[word]).find((word) => word !== undefined);
    const cpu = words.map((word) => word.replace(/^arm$/, 'arm')).find((word) => CPU.includes(word));
    if (cpu === undefined) continue;
    const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') && os === 'linux' ? ['glibc'] : undefined;
    lock.packages[place] = {
      version: wanted,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      ...(os === undefined ? {} : { os: [os] }),
    };
    added++;
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${added} optional packages of other platforms written into package-lock.json`);
