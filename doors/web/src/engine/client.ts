import type { Seen, Unseen } from '@hattari/engine';
import type { PageData, PageFile } from '@hattari/shelf';
import { fetched } from '../page-data.js';
import type { Added, Given, Looked, Request, Response, Setting, Told } from './protocol.js';

/** Milliseconds for one answer: ten times what the largest message takes on a slow phone. */
const PATIENCE = 120_000;

/**
 * Letters of the page's own that the engine reads while nobody waits for it, and units of each: as they are by the first languages, so
 * that a reader who comes in between hardly waits, then long ones by all. Together a third of a second of one core here, four times
 * that on a cheap phone, in slices of 70 ms at most; once a visit. Ten are enough: twenty make the next letter no faster.
 */
const WARM = { first: { letters: 4, units: 0 }, all: { letters: 10, units: 20_000 } } as const;

type Waiting = { readonly done: (result: unknown) => void; readonly failed: (cause: Error) => void };

/**
 * The engine as the page uses it: loads its languages, the reader's own first, and waits for them with its answers. What is not
 * understood by the first languages waits for all of them.
 */
export class Engine {
  /** Resolves when all languages are there for the first time. */
  readonly whenAll: Promise<void>;
  private toldAll: () => void = () => {};
  private worker: Worker | null = null;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly firsts = new Map<string, Promise<void>>();
  private all: Promise<boolean> | null = null;
  private hasAll = false;
  private weights: Promise<void> | null = null;
  /** A reader came with a message: that warms the engine too. */
  private isWanted = false;
  private isWarm = false;

  constructor(private readonly data: PageData) {
    this.whenAll = new Promise((resolve) => {
      this.toldAll = resolve;
    });
    // Its script is read while the page is made and the languages are on their way.
    this.worker = this.started();
  }

  /**
   * Loads what this reader needs first, then all, and warms. Safe to call again with another language. Gives what was told of a letter of
   * the page's own, to warm the screens with; null if a reader came before.
   */
  async load(language: string, place: string): Promise<Told | null> {
    await this.first(language);
    const all = this.everything();
    const setting = { answers: {}, place, language, easy: false };
    const told = await this.warm(setting, WARM.first);
    if (await all) await this.warm(setting, WARM.all);
    return this.isWanted ? null : told;
  }

  private async warm(setting: Setting, { letters, units }: { readonly letters: number; readonly units: number }): Promise<Told | null> {
    if (this.isWarm && units > 0) return null;
    let first: Told | null = null;
    for (let letter = 0; letter < letters; letter++) {
      await whenIdle();
      if (this.isWanted) return null;
      first = (await this.ask({ do: 'warm', letter, units, setting })) as Told;
    }
    this.isWarm ||= units > 0;
    return first;
  }

  /** Judges what was given. Rejects if the engine cannot be loaded, or dies over it. */
  async look(given: readonly Given[], setting: Setting): Promise<Looked> {
    this.isWanted = true;
    await this.first(setting.language);
    const looked = (await this.ask({ do: 'look', given, setting })) as Looked;
    if (looked.told.every(({ understood }) => understood) || this.hasAll || !(await this.everything())) return looked;
    return (await this.ask({ do: 'look', given, setting })) as Looked;
  }

  /** Judges one of those messages again. */
  async again(message: number, setting: Setting): Promise<Told> {
    await this.first(setting.language);
    const told = (await this.ask({ do: 'again', message, setting })) as Told;
    if (told.understood || this.hasAll || !(await this.everything())) return told;
    return (await this.ask({ do: 'again', message, setting })) as Told;
  }

  /** Takes a file in without judging it, in the place of all messages from `message` on. */
  async add(given: Given, message: number): Promise<Added> {
    this.isWanted = true;
    return (await this.ask({ do: 'add', given, message })) as Added;
  }

  /** What of one of the messages only sight can read. */
  async files(message: number): Promise<readonly Unseen[]> {
    return (await this.ask({ do: 'files', message })) as readonly Unseen[];
  }

  /** Adds to one of the messages what sight read in it, and judges it again. */
  async saw(message: number, seen: readonly Seen[], setting: Setting): Promise<Told> {
    await this.ask({ do: 'saw', message, seen });
    return await this.again(message, setting);
  }

  /** Drops the messages. */
  forget(): void {
    void this.ask({ do: 'forget' });
  }

  /** Ends the worker and all that it holds. */
  end(): void {
    this.worker?.terminate();
  }

  async ask(request: Without<Request, 'id'>): Promise<unknown> {
    const id = this.next++;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.restart('time'), PATIENCE);
      const over = (): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
      };
      const done = (result: unknown): void => {
        over();
        resolve(result);
      };
      const failed = (cause: Error): void => {
        over();
        reject(cause);
      };
      this.waiting.set(id, { done, failed });
      this.worker ??= this.started();
      this.worker.postMessage({ ...request, id }, 'bytes' in request ? [request.bytes.buffer as ArrayBuffer] : []);
    });
  }

  private first(language: string): Promise<void> {
    if (this.hasAll) return Promise.resolve();
    const known = this.firsts.get(language);
    if (known !== undefined) return known;
    const { first } = this.data.languages.find(({ code }) => code === language) ?? (this.data.languages[0] as PageData['languages'][number]);
    const understood = this.data.languages.filter((one) => one.first.path === first.path).map(({ code }) => code);
    // A page that is kept in the browser keeps all languages and no part of them.
    const isKept = navigator.serviceWorker?.controller != null;
    const part = isKept ? Promise.reject(new TypeError('kept')) : this.learn(first, [...new Set(['en', ...understood])]);
    const loaded = part.catch(async (cause: Error) => {
      if (!(await this.everything())) throw cause;
    });
    for (const code of understood) this.firsts.set(code, loaded);
    // What failed is tried again when it is next needed.
    loaded.catch(() => {
      for (const code of understood) this.firsts.delete(code);
    });
    return loaded;
  }

  /** True once all are there; false if they cannot be had now. */
  private everything(): Promise<boolean> {
    this.all ??= this.learn(this.data.all, 'all').then(
      () => {
        this.hasAll = true;
        this.toldAll();
        return true;
      },
      () => {
        this.all = null;
        return false;
      },
    );
    return this.all;
  }

  private async learn(file: PageFile, languages: readonly string[] | 'all'): Promise<void> {
    const [bytes] = await Promise.all([fetched(file), this.weighed()]);
    await this.ask({ do: 'learn', bytes, languages });
  }

  /** The weights, once for all languages. */
  private weighed(): Promise<void> {
    const { weights } = this.data;
    if (weights === null) return Promise.resolve();
    this.weights ??= fetched(weights).then(async (bytes) => void (await this.ask({ do: 'weigh', bytes })));
    this.weights.catch(() => {
      this.weights = null;
    });
    return this.weights;
  }

  private started(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Response>) => {
      const waiting = this.waiting.get(data.id);
      if ('failure' in data) waiting?.failed(new Error(data.failure));
      else waiting?.done(data.result);
    };
    worker.onerror = () => this.restart('worker');
    return worker;
  }

  /** A worker that hangs or died is replaced; what waited for it fails, and the languages are loaded again. */
  private restart(why: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.firsts.clear();
    this.all = null;
    this.weights = null;
    this.hasAll = false;
    for (const { failed } of [...this.waiting.values()]) failed(new Error(why));
  }
}

/** When the page has nothing to do; where a browser does not say, after a while. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 100);
  });
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
