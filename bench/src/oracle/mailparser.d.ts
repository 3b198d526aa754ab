declare module 'mailparser' {
  type Addresses = {
    readonly value: readonly { readonly address?: string; readonly name?: string; readonly group?: readonly { readonly address?: string }[] }[];
  };
  export function simpleParser(
    source: Uint8Array,
    options: { readonly skipHtmlToText: boolean; readonly skipTextToHtml: boolean; readonly skipImageLinks: boolean },
  ): Promise<{ readonly subject?: string; readonly from?: Addresses; readonly text?: string; readonly html?: string | false }>;
}
