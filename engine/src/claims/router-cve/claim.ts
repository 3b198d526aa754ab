import type { Claim } from '../claim.js';

export default {
  id: 'router-cve',
  says: 'The writer came in through a hole in the reader’s router, with a CVE number.',
  group: 'access',
  truth: 'checkable-fact',
  sources: ['https://nvd.nist.gov/vuln/detail/CVE-2018-0296', 'https://nlab.itmedia.co.jp/nl/spv/1910/11/news097.html'],
} satisfies Claim;
