import fc from 'fast-check';

// The same cases at every run: a red test is red for everybody, and a green one stays green. Other cases: HATTARI_SEED=$RANDOM npm test.
const wanted = process.env['HATTARI_SEED'] ?? '20261129';
const seed = Number(wanted);
if (!Number.isInteger(seed)) throw new Error(`HATTARI_SEED: a whole number was wanted, ${JSON.stringify(wanted)} came`);
fc.configureGlobal({ seed });
