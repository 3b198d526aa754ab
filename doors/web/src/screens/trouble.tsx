import { MEGABYTES, type Trouble } from '../taken-in.js';
import { T } from '../words/context.js';

/** What is going on, or what did not work; read out without taking the reader away from where they are. */
export function TroubleLine({ trouble, reading }: { readonly trouble: Trouble | null; readonly reading: boolean }) {
  return (
    <div role="status" class="status">
      {reading && (
        <p>
          <T k="reading" /> <T k="still-loading" />
        </p>
      )}
      {trouble !== null && (
        <p>
          <T k={trouble} slots={{ size: String(MEGABYTES) }} />
        </p>
      )}
      {(trouble === 'load-failed' || trouble === 'look-failed') && (
        <p>
          <T k="meanwhile" />
        </p>
      )}
    </div>
  );
}
