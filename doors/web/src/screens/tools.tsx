import { useEffect, useState } from 'preact/hooks';
import { plainText } from '../copy-text.js';
import type { Told } from '../engine/protocol.js';
import { T } from '../words/context.js';

type Props = { readonly told: Told; readonly onAnother: () => void; readonly onClear: () => void };

/** Take it along, print it, go on, or clear it. */
export function Tools({ told, onAnother, onClear }: Props) {
  const [copied, setCopied] = useState<'copied' | 'copy-failed' | null>(null);
  useEffect(openForPrint, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(plainText(told));
      setCopied('copied');
    } catch {
      setCopied('copy-failed');
    }
  };
  return (
    <div class="tools">
      <div class="row">
        <button type="button" onClick={() => void copy()}>
          <T k="copy" />
        </button>
        <button type="button" onClick={() => window.print()}>
          <T k="print" />
        </button>
        <button type="button" onClick={onAnother}>
          <T k="another" />
        </button>
        <button type="button" onClick={onClear}>
          <T k="clear" />
        </button>
      </div>
      <p role="status">{copied !== null && <T k={copied} />}</p>
    </div>
  );
}

/** On paper nothing can be opened; what the reader gave stays folded, since the paper is shown to others. */
function openForPrint(): () => void {
  let opened: HTMLDetailsElement[] = [];
  const open = (): void => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not(.yours):not([open])')];
    for (const one of opened) one.open = true;
  };
  const close = (): void => {
    for (const one of opened) one.open = false;
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', close);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', close);
  };
}
