import type { Claim } from '../claim.js';

export default {
  id: 'illegal-material',
  says: 'The reader viewed illegal material and will be reported.',
  group: 'material',
  truth: 'false-by-design',
  sources: [
    'https://www.mimikama.org/en/achtung-fake-vorladung-europol/',
    'https://timesofmalta.com/article/beware-scam-email-claiming-originate-interpol-police-warn.1045885',
  ],
} satisfies Claim;
