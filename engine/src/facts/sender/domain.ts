/** Second-level labels under which a country registers names (co.jp, com.au, ac.uk): such a pair is nobody's own domain. */
const REGISTRY_LABELS: ReadonlySet<string> = new Set('ac ad co com ed edu geo go gob gov gr id info lg ltd me mil ne net nom or org plc re sch web'.split(' '));

/** Domains below which strangers get names side by side; the part of the Public Suffix List that mail meets. */
const SHARED: ReadonlySet<string> = new Set(
  'onmicrosoft.com herokuapp.com github.io gitlab.io blogspot.com web.app firebaseapp.com azurewebsites.net amazonaws.com cloudfront.net appspot.com netlify.app vercel.app pages.dev workers.dev wordpress.com wixsite.com myshopify.com'.split(
    ' ',
  ),
);

/** Longest name of the DNS (RFC 1035). */
const NAME_LENGTH = 253;

/** The domain of an address, in lower case; null if it has none. */
export function domainOf(address: string | null): string | null {
  if (address === null) return null;
  const at = address.lastIndexOf('@');
  return at < 0 ? null : asDomain(address.slice(at + 1));
}

/** A host name or domain as it is compared, or null if the text is none. */
export function asDomain(text: string): string | null {
  const name = (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase();
  return name.length <= NAME_LENGTH && /^[^\s.@<>()[\];:,"]+(?:\.[^\s.@<>()[\];:,"]+)+$/.test(name) && !/^[\d.]+$/.test(name) ? name : null;
}

/** The domain that somebody registered, guessed without the Public Suffix List: two labels, or three below a country's registry. */
export function registeredDomain(domain: string): string {
  const labels = domain.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isRegistry = (top.length === 2 && REGISTRY_LABELS.has(second)) || SHARED.has(`${second}.${top}`);
  return labels.slice(isRegistry ? -3 : -2).join('.');
}

/** True if nobody owns the domain as a whole. */
function isShared(domain: string): boolean {
  return registeredDomain(domain) === domain && (domain.split('.').length < 2 || SHARED.has(domain) || isRegistryPair(domain));
}

function isRegistryPair(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length === 2 && (labels[1] as string).length === 2 && REGISTRY_LABELS.has(labels[0] as string);
}

/** Identifier alignment (RFC 7489, 3.1, relaxed), narrower: the same domain, or one above the other. */
export function isAligned(a: string, b: string): boolean {
  if (a === b) return true;
  const [upper, lower] = a.length < b.length ? [a, b] : [b, a];
  return !isShared(upper) && lower.endsWith(`.${upper}`);
}

/** Both belong to whoever registered one domain. */
export function isRelated(a: string, b: string): boolean {
  const owner = registeredDomain(a);
  return owner === registeredDomain(b) && !isShared(owner);
}
