/** What a browser does with white space and control characters around an address (URL Standard, 4.4): they go. */
const AROUND = /^[\u0000-\u0020]+/;
const INSIDE = /[\t\n\r]/g;

/** Address bars take a backslash for a slash; `\\host\share` makes Windows sign in to that host. */
const OUTSIDE = /^(?:https?:|ftp:|file:|[\\/]{2})/i;
const SCHEME = /^(?:[a-z][a-z0-9+.-]{0,30}:|#)/i;

/** Units of an address that are looked at: its beginning says where it leads. */
const LOOKED_AT = 64;

/** Where an address leads: out of the mail; to wherever `<base>` says; or nowhere outside (cid:, data:, a mark on the page). */
export type Leads = 'outside' | 'relative' | 'inside';

/** Linear in the white space before it, otherwise constant. */
export function leadsTo(address: string): Leads {
  const head = address.replace(AROUND, '').slice(0, LOOKED_AT).replace(INSIDE, '');
  if (head === '') return 'inside';
  if (OUTSIDE.test(head)) return 'outside';
  return SCHEME.test(head) ? 'inside' : 'relative';
}
