import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WordKey } from './en.js';
import { type Say, sayIn, withoutReadings } from './say.js';

export type Spoken = { readonly say: Say; readonly language: string; readonly easy: boolean; readonly furigana: boolean };

export const Words = createContext<Spoken>({ say: sayIn('en', false), language: 'en', easy: false, furigana: false });

/** A sentence of the page, marked where it stands in another language than the page. */
export function T({ k, slots }: { readonly k: WordKey; readonly slots?: Readonly<Record<string, string>> }) {
  const { say, language } = useContext(Words);
  const text = <Read text={say.read(k, slots)} />;
  return say.language === language ? (
    text
  ) : (
    <span lang={say.language} dir="ltr">
      {text}
    </span>
  );
}

/** Text that may hold readings, 漢字《かんじ》: above their letters if the reader wants them, else left out. */
export function Read({ text }: { readonly text: string }) {
  const { furigana } = useContext(Words);
  if (!furigana) return <>{withoutReadings(text)}</>;
  return (
    <>
      {text.split(READING).map((piece, i) =>
        i % 3 === 0 ? (
          piece
        ) : i % 3 === 1 ? (
          <ruby key={i}>
            {piece}
            <rp>(</rp>
            <rt>{text.split(READING)[i + 1]}</rt>
            <rp>)</rp>
          </ruby>
        ) : null,
      )}
    </>
  );
}

const READING = /([\p{Script=Han}々〇ヶ]+)《([^》]*)》/u;
