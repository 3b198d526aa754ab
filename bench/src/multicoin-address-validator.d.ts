/** The one function used of version 0.5.26, which brings no types of its own. */
declare module 'multicoin-address-validator' {
  export function validate(address: string, currency: string, network: 'prod' | 'testnet'): boolean;
}
