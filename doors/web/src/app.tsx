import type { Answers } from '@hattari/engine';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Engine } from './engine/client.js';
import type { Given, Looked, Setting } from './engine/protocol.js';
import { leave, onThreeShifts } from './leave.js';
import type { Shared } from './offline/share.js';
import type { BuiltPage } from './page-data.js';
import { languageOf, placeOf } from './place.js';
import { Before } from './screens/before.js';
import { Footer } from './screens/footer.js';
import { Header } from './screens/header.js';
import { Picture } from './screens/picture.js';
import { Result } from './screens/result.js';
import { useSight } from './sight/use-sight.js';
import { type Entry, givenBy, takenIn, type Trouble } from './taken-in.js';
import { Words } from './words/context.js';
import { directionOf, sayIn } from './words/say.js';

type Props = { readonly data: BuiltPage; readonly engine: Engine; readonly offline: Promise<void>; readonly shared: Shared | 'lost' | null };

/** What the reader sees: the field, the question before a picture is opened, or what was found. */
type View =
  | { readonly is: 'before' }
  | { readonly is: 'picture'; readonly file: File }
  | { readonly is: 'result'; readonly entry: Entry; readonly looked: Looked };

export function App({ data, engine, offline, shared }: Props) {
  const codes = useMemo(() => data.languages.map(({ code }) => code), [data]);
  const [language, setLanguage] = useState(() => languageAtFirst(codes));
  const [easy, setEasy] = useState(false);
  const [furigana, setFurigana] = useState(false);
  const [place, setPlace] = useState(() => placeOf(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages, data.places));
  const [view, setView] = useState<View>({ is: 'before' });
  const [answers, setAnswers] = useState<Answers>({});
  const [chosen, setChosen] = useState(0);
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(() => (shared === 'lost' ? 'share-lost' : shared === null || shared.file !== null ? null : 'shared'));
  const [isKept, setKept] = useState(false);
  const draft = useRef(shared === null || shared === 'lost' ? '' : shared.text);
  /** What is asked last is shown; an answer that comes later than that is not. */
  const turn = useRef(0);
  const say = useMemo(() => sayIn(language, easy), [language, easy]);

  useEffect(() => onThreeShifts(leave), []);
  useEffect(() => {
    if (shared !== null && shared !== 'lost' && shared.file !== null) void take(shared.file);
  }, [shared]);
  useEffect(() => void offline.then(() => setKept(true)).catch(() => {}), [offline]);
  useEffect(() => void engine.whenAll.then(() => refresh.current()), [engine]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    engine.load(language).catch(() => {});
  }, [language, engine]);

  /** What was told by the first languages is looked at again once all are there. */
  const refresh = useRef<() => void>(() => {});
  refresh.current = () => void again(settingWith({}), chosen);

  const sight = useSight(data.sight, (why) => {
    setTrouble(why);
    setView((now) => (now.is === 'picture' ? { is: 'before' } : now));
    // The button that was pressed is gone.
    setTimeout(() => document.getElementById('message')?.focus({ preventScroll: true }));
  });

  const settingWith = (more: Partial<Setting>): Setting => ({ answers, place, language, easy, ...more });
  /** What was answered or chosen while a picture was read counts too. */
  const latest = useRef<Setting>(settingWith({}));
  latest.current = settingWith({});

  const look = async (entry: Entry, given: Given, first: Answers): Promise<void> => {
    const mine = ++turn.current;
    sight.quit();
    setReading(true);
    setTrouble(null);
    try {
      const looked = await engine.look(given, settingWith({ answers: first }));
      if (mine !== turn.current) return;
      setAnswers(first);
      setChosen(gravest(looked));
      setView({ is: 'result', entry, looked });
    } catch (cause) {
      if (mine === turn.current) setTrouble(isOfTheNetwork(cause) ? 'load-failed' : 'look-failed');
    } finally {
      if (mine === turn.current) setReading(false);
    }
  };

  /** The messages at hand once more, after something changed. */
  const again = async (setting: Setting, message: number): Promise<void> => {
    if (view.is !== 'result') return;
    const mine = ++turn.current;
    try {
      const told = await engine.again(message, setting);
      if (mine !== turn.current) return;
      setView({ ...view, looked: { ...view.looked, told: view.looked.told.map((one, i) => (i === message ? told : one)) } });
    } catch (cause) {
      if (mine === turn.current) setTrouble(isOfTheNetwork(cause) ? 'load-failed' : 'look-failed');
    }
  };

  /** Reads a file of which nothing but its first bytes was looked at so far. */
  const open = async (file: File): Promise<void> => {
    const mine = ++turn.current;
    setTrouble(null);
    try {
      const seen = await sight.read(givenBy(file).then((given) => engine.hold(given)));
      if (seen === null || mine !== turn.current) return;
      if (seen.length === 0) return clear('no-message');
      const told = await engine.saw(0, seen, latest.current);
      if (mine !== turn.current) return;
      setChosen(0);
      setView({ is: 'result', entry: { is: 'file', name: file.name }, looked: { told: [told], more: 0 } });
    } catch (cause) {
      if (mine === turn.current) clear(isOfTheNetwork(cause) ? 'load-failed' : 'look-failed');
    }
  };

  /** Reads the pictures and files of the message that is shown. */
  const openWithin = async (message: number): Promise<void> => {
    setTrouble(null);
    try {
      const seen = await sight.read(engine.files(message));
      if (seen === null) return;
      const told = await engine.saw(message, seen, latest.current);
      setView((now) =>
        now.is === 'result' ? { ...now, looked: { ...now.looked, told: now.looked.told.map((one, i) => (i === message ? told : one)) } } : now,
      );
    } catch {
      setTrouble('look-failed');
    }
  };

  const take = async (from: string | File): Promise<void> => {
    const taken = await takenIn(from);
    if (taken.is === 'picture') {
      turn.current++;
      setReading(false);
      setTrouble(null);
      setView({ is: 'picture', file: taken.file });
      if (answers.age === 'adult') await open(taken.file);
    } else if (taken.is === 'refused') setTrouble(taken.why);
    else await look(taken.entry, taken.given, aboutThePerson(answers));
  };

  const clear = (said: Trouble | null): void => {
    turn.current++;
    sight.quit();
    draft.current = '';
    engine.forget();
    setAnswers({});
    setReading(false);
    setTrouble(said);
    setView({ is: 'before' });
  };

  return (
    <Words.Provider value={{ say, language, easy: easy && language === 'ja', furigana }}>
      <Header
        data={data}
        language={language}
        onLanguage={(code) => {
          setLanguage(code);
          void again(settingWith({ language: code }), chosen);
        }}
        onEasy={(wanted) => {
          setEasy(wanted);
          void again(settingWith({ easy: wanted }), chosen);
        }}
        onFurigana={setFurigana}
      />
      <main id="main" tabIndex={-1}>
        {view.is === 'before' && <Before draft={draft} reading={reading} trouble={trouble} onGiven={(from) => void take(from)} />}
        {view.is === 'picture' && (
          <Picture
            age={answers.age}
            progress={sight.progress}
            onRead={() => void open(view.file)}
            onAge={(age) => {
              setAnswers(age === 'unknown' ? {} : { age });
              if (age === 'adult') void open(view.file);
            }}
            onStop={sight.stop}
            onBack={() => {
              setView({ is: 'before' });
              setTimeout(() => document.getElementById('message')?.focus());
            }}
          />
        )}
        {view.is === 'result' && (
          <Result
            entry={view.entry}
            looked={view.looked}
            chosen={chosen}
            answers={answers}
            places={data.places}
            place={place}
            trouble={trouble}
            progress={sight.progress}
            onOpen={() => void openWithin(chosen)}
            onStop={sight.stop}
            onChosen={(message) => {
              sight.quit();
              const kept = aboutThePerson(answers);
              setChosen(message);
              setAnswers(kept);
              void again(settingWith({ answers: kept }), message);
            }}
            onAnswers={(next) => {
              setAnswers(next);
              void again(settingWith({ answers: next }), chosen);
            }}
            onPlace={(next) => {
              setPlace(next);
              void again(settingWith({ place: next }), chosen);
            }}
            onText={(text) => void take(text)}
            onAnother={() => clear(null)}
            onClear={() => clear('cleared')}
          />
        )}
      </main>
      <Footer data={data} isKept={isKept} />
    </Words.Provider>
  );
}

/** What was answered about the person stays true for their next message. */
function aboutThePerson({ age, who }: Answers): Answers {
  return { ...(age === undefined ? {} : { age }), ...(who === undefined ? {} : { who }) };
}

/** `?lang=xx` in a link, else what the browser is set to. */
function languageAtFirst(codes: readonly string[]): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return languageOf(asked === null ? navigator.languages : [asked, ...navigator.languages], codes);
}

const GRAVITY = ['genuine', 'unsure', 'kin', 'bluff', 'mention', 'clear'] as const;

/** Of many messages the one that may be real is shown first. */
function gravest({ told }: Looked): number {
  const weights = told.map(({ kind, flags }) => GRAVITY.indexOf(kind) - (flags.includes('crisis') || flags.includes('minor') ? GRAVITY.length : 0));
  return Math.max(0, weights.indexOf(Math.min(...weights)));
}

function isOfTheNetwork(cause: unknown): boolean {
  return cause instanceof TypeError || (cause instanceof Error && /^data\//.test(cause.message));
}
