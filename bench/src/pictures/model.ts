export const PICTURE_LANGUAGES = ['ja', 'en', 'ko', 'zh', 'de', 'ru', 'pt'] as const;
export type PictureLanguage = (typeof PICTURE_LANGUAGES)[number];

/** The font of Latin letters and digits: of the reported set the first, of the development set the others. */
export type Latin = 'noto-sans' | 'inter' | 'open-sans' | 'source-serif';

/** How a letter is shown: mail on a phone, mail on a desktop, a chat in bubbles. */
export type Scene = 'phone' | 'desktop' | 'chat';
export type Theme = 'light' | 'dark';
/** What happened to the picture before it came to us. */
export type Wear = 'as-shown' | 'rotated' | 'jpeg' | 'photo';

/** A letter to be drawn. `text` is what typed words of it are: what the picture's verdict is held against. */
export type Page = { readonly name: string; readonly language: PictureLanguage; readonly text: string; readonly latin?: Latin };

/** One file that is shown to sight. `kind` and `language` are the rows of the table. */
export type Exhibit = {
  readonly name: string;
  readonly kind: string;
  readonly language: PictureLanguage;
  /** The typed words that it must be read like. */
  readonly text: string;
  readonly bytes: () => Uint8Array;
};
