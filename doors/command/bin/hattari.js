#!/usr/bin/env node
// Committed as it is: npm links a workspace's `bin` before the root `prepare` has built anything. Node's own exit code for
// a crash is 1, which here means "found"; so every way to fail ends in 2.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

import('../dist/main.js').then(
  ({ main }) => main(process.argv.slice(2)),
  (error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') return fail(error);
    const ja = /^ja/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
    process.stderr.write(
      ja ? 'プログラムがまだ組み立てられていません。先に npm run build を実行してください。\n' : 'hattari is not built yet: run npm run build first.\n',
    );
    process.exitCode = 2;
  },
);

function fail(error) {
  if (error?.code !== 'EPIPE') process.stderr.write(`hattari: ${error?.message ?? error}\n`);
  process.exit(2);
}
