import type { ComponentChildren } from 'preact';
import type { Block, Section } from '../prose.js';
import { useAddress, useSay } from './place.js';

/** Blocks of a section as they stand in its file. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockOf key={i} block={block} />
      ))}
    </>
  );
}

function BlockOf({ block: { kind, lines } }: { readonly block: Block }) {
  const items = lines.map((line, i) => (
    <li key={i}>
      <Inline text={line} />
    </li>
  ));
  switch (kind) {
    case 'text':
      return (
        <p>
          <Inline text={lines.join(' ')} />
        </p>
      );
    case 'list':
      return <ul>{items}</ul>;
    case 'steps':
      return <ol>{items}</ol>;
    case 'sample':
      return <Samples lines={lines} />;
    default:
      return kind satisfies never;
  }
}

/** Words such as letters hold; they are our own, and marked so. */
export function Samples({ lines }: { readonly lines: readonly string[] }) {
  const say = useSay();
  return (
    <figure class="samples" data-theirs>
      <figcaption>{say('sample')}</figcaption>
      {lines.map((line) => (
        <blockquote key={line}>{line}</blockquote>
      ))}
    </figure>
  );
}

/** A section below its heading; `on`: the paths it is meant for, where it is not for everybody. */
export function SectionOf({ section, children }: { readonly section: Section; readonly children?: ComponentChildren }) {
  const { id, title, blocks, fields } = section;
  return (
    <section aria-labelledby={id} data-on={fields.get('on')?.[0]}>
      <h2 id={id}>{title}</h2>
      <Blocks blocks={blocks} />
      {children}
      <Sources section={section} />
    </section>
  );
}

/** Where it says so, and when that was seen. `source: ADDRESS or name — what it is`. */
export function Sources({ section: { fields } }: { readonly section: Section }) {
  const say = useSay();
  const sources = fields.get('source');
  if (sources === undefined) return null;
  return (
    <p class="small sources" data-theirs>
      {say('sources')}{' '}
      {sources.map((source, i) => {
        const [address = '', name] = source.split(' — ');
        return (
          <span key={source}>
            {i > 0 && ' · '}
            {address.startsWith('http') ? <a href={address}>{name ?? hostOf(address)}</a> : address}
          </span>
        );
      })}
      {fields.get('seen')?.[0] !== undefined && ` (${say('seen', { date: fields.get('seen')?.[0] as string })})`}
    </p>
  );
}

/** An address short enough for a line. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');
}

/** Text with `[links](to)`: a path below the language's own pages, `main`, or an address. */
export function Inline({ text }: { readonly text: string }) {
  const address = useAddress();
  return (
    <>
      {text.split(/\[([^\]]+)\]\(([^)]+)\)/).map((piece, i, all) => {
        if (i % 3 === 0) return piece;
        if (i % 3 === 2) return null;
        const target = all[i + 1] as string;
        return (
          <a key={i} href={/^https?:/.test(target) ? target : address(target)}>
            {piece}
          </a>
        );
      })}
    </>
  );
}
