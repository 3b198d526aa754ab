import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { T, Words } from '../words/context.js';

/** Units of a paste from which on it is read at once; a word that was cut out of a letter is no letter. */
const READ_AT_ONCE = 20;

/** The text as far as it was typed. */
export type Draft = { current: string };

type Props = { readonly draft: Draft; readonly onGiven: (from: string | File) => void };

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

  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) onGiven(file);
    else if (text !== '') onGiven(text);
  };
  const pasted = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    if (file !== undefined && (event.clipboardData?.getData('text/plain') ?? '') === '') {
      event.preventDefault();
      onGiven(file);
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
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
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
          tabIndex={-1}
          aria-label={say('choose-file')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) onGiven(file);
          }}
        />
      </div>
      <p class="hint">{over ? <T k="drop-here" /> : <T k="file-hint" />}</p>
    </form>
  );
}
