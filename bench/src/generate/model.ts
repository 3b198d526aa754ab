/** What stories a mass letter tells; each needs its own claims. */
export const STORIES = ['mailbox', 'password', 'camera', 'router', 'pegasus', 'house', 'spouse', 'false-video', 'last-warning', 'bought'] as const;
export type Story = (typeof STORIES)[number];

/** How it is written down. */
export const REGISTERS = ['plain', 'clipped', 'loud', 'sloppy', 'listed'] as const;
export type Register = (typeof REGISTERS)[number];

export const LENGTHS = ['short', 'middle', 'long'] as const;
export type Length = (typeof LENGTHS)[number];

/** Mails that sound like a letter and are none; the last three hold a whole letter. */
export const NEGATIVES = ['newsletter', 'exchange', 'invoice', 'webcam-shop', 'advisory', 'recovery', 'pen-test', 'forward', 'article', 'question'] as const;
export type Negative = (typeof NEGATIVES)[number];

/** `quoting`: somebody passes a letter on or asks about one. Calling that a bluff is right, calling it a real case or nothing is not. */
export type GeneratedLabel = 'bluff' | 'harmless' | 'kin' | 'quoting';

/** A letter in the words of a language's own file. Its claims are those whose sentences stand in it, in their order. */
export type GeneratedLetter = {
  readonly name: string;
  readonly language: string;
  readonly story: Story;
  readonly register: Register;
  readonly length: Length;
  readonly claims: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly wallet: string;
};

/** A whole mail. `of`: the story or the kind of negative; `disguise`: an id, or `none`. */
export type GeneratedMail = {
  readonly name: string;
  readonly label: GeneratedLabel;
  readonly language: string;
  readonly of: Story | Negative;
  readonly disguise: string;
  readonly text: string;
  readonly wallets: readonly string[];
  readonly bytes: Uint8Array;
};
