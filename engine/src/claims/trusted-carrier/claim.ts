import type { Claim } from '../claim.js';

export default {
  id: 'trusted-carrier',
  says: 'The letter came by a real service or looks like a bounce, a receipt, a notice.',
  group: 'carrier',
  truth: 'checkable-in-mail',
  sources: ['https://securehomenetwork.org/microsoft-365-admin-portal-abused'],
} satisfies Claim;
