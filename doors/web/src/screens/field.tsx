import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { T, Words } from '../words/context.js';

/** Units of a paste from which on it is read at once; a word that was cut out of a letter is no letter. */
const READ_AT_ONCE = 20;

/** Milliseconds of reading from which on the field shows what was pasted. */
const SHOWN_AFTER = 1_000;

/** The text as far as it was typed. */
export type Draft = { current: string };

type Props = { readonly draft: Draft; readonly onGiven: (from: string | readonly File[]) => void };

/** The one big field: paste or type, drop a file, or choose one. */
export function Field({ draft, onGiven }: Props) {
  const { say } = useContext(Words);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  // A value that Preact holds would be written again at every letter, which a text of megabytes does not bear.
  useEffect(() => {
    if (area.current !== null) area.current.value = draft.current;
  }, [draft]);

  // Whoever misses the field means it all the same; a browser would open the file in place of the page.
  const given = useRef(onGiven);
  given.current = onGiven;
  useLayoutEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      giveOf(event.dataTransfer, given.current);
    };
    const pasted = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLTextAreaElement) return;
      giveOf(event.clipboardData, given.current);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', dropped);
    window.addEventListener('paste', pasted);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', dropped);
      window.removeEventListener('paste', pasted);
    };
  }, []);

  const pasted = (event: ClipboardEvent): void => {
    if ((event.clipboardData?.files.length ?? 0) > 0 && (event.clipboardData?.getData('text/plain') ?? '') === '') {
      event.preventDefault();
      giveOf(event.clipboardData, onGiven);
      return;
    }
    const words = (event.clipboardData?.getData('text/plain') ?? '').replaceAll('\r\n', '\n');
    if (draft.current === '' && words.length >= READ_AT_ONCE) {
      // To lay out a long letter in the field takes longer than to read it: it is shown there only if the reading takes a while.
      event.preventDefault();
      draft.current = words;
      setTimeout(() => {
        if (area.current !== null && area.current.value === '') area.current.value = draft.current;
      }, SHOWN_AFTER);
      onGiven(words);
      return;
    }
    // The browser puts the words in first.
    setTimeout(() => {
      draft.current = area.current?.value ?? '';
      if (draft.current.length >= READ_AT_ONCE) onGiven(draft.current);
    });
  };

  return (
    <form
      class={over ? 'field over' : 'field'}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onGiven(draft.current);
      }}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
    >
      <label for="message">
        <T k="field-label" />
      </label>
      <p id="field-hint" class="hint">
        <T k="field-hint" />
      </p>
      <textarea
        id="message"
        ref={area}
        rows={7}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="field-hint"
        onInput={(event) => {
          draft.current = event.currentTarget.value;
        }}
        onPaste={pasted}
      />
      <div class="row">
        <button type="submit" class="main">
          <T k="check" />
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          <T k="choose-file" />
        </button>
        <input
          ref={chooser}
          type="file"
          class="chooser"
          multiple
          tabIndex={-1}
          aria-label={say('choose-file')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) onGiven(files);
          }}
        />
      </div>
      <p class="hint">{over ? <T k="drop-here" /> : <T k="file-hint" />}</p>
    </form>
  );
}

/** The files, or else the words, that were dropped or pasted. */
function giveOf(data: DataTransfer | null, onGiven: (from: string | readonly File[]) => void): void {
  const files = [...(data?.files ?? [])];
  const text = data?.getData('text/plain') ?? '';
  if (files.length > 0) onGiven(files);
  else if (text.trim() !== '') onGiven(text);
}
