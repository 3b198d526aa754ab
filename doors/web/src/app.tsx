import type { Answers } from '@hattari/engine';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Engine } from './engine/client.js';
import type { Looked, Setting, Told } from './engine/protocol.js';
import { byGravity } from './gravity.js';
import { leave, leaveWithOthers, onThreeShifts } from './leave.js';
import type { Shared } from './offline/share.js';
import type { BuiltPage } from './page-data.js';
import { languageAtFirst, placeOf } from './place.js';
import { Before } from './screens/before.js';
import { Footer } from './screens/footer.js';
import { Header } from './screens/header.js';
import { Picture } from './screens/picture.js';
import { Result } from './screens/result.js';
import { warmScreens } from './screens/warm.js';
import { useSight } from './sight/use-sight.js';
import { type Entry, givenBy, type Taken, takenIn, type Trouble } from './taken-in.js';
import { Words } from './words/context.js';
import { directionOf, sayIn } from './words/say.js';

type Props = { readonly data: BuiltPage; readonly engine: Engine; readonly offline: Promise<void>; readonly shared: Shared | 'lost' | null };

/** What the reader sees: the field, the question before a picture is opened, or what was found. */
type View = { readonly is: 'before' } | { readonly is: 'picture'; readonly files: readonly File[]; readonly refused: number } | Shown;

/** `order`: the messages by their places, the one that may be real first. `pictures`: given, and not read yet. */
type Shown = {
  readonly is: 'result';
  readonly entry: Entry;
  readonly looked: Looked;
  readonly order: readonly number[];
  readonly pictures: readonly File[];
  readonly refused: number;
};

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
  const [trouble, setTrouble] = useState<Trouble | null>(() =>
    shared === 'lost' ? 'share-lost' : shared === null || shared.files.length > 0 ? null : 'shared',
  );
  const [isKept, setKept] = useState(false);
  const draft = useRef(shared === null || shared === 'lost' ? '' : shared.text);
  /** What is asked last is shown; an answer that comes later than that is not. */
  const turn = useRef(0);
  /** Counts what was given: of what is cleared or replaced meanwhile nothing is shown. */
  const given = useRef(0);
  /** Whose pictures are being read: those within the message, or those that were given beside it. */
  const [reads, setReads] = useState<'within' | 'given'>('within');
  const say = useMemo(() => sayIn(language, easy), [language, easy]);

  useEffect(() => onThreeShifts(leave), []);
  useEffect(leaveWithOthers, []);
  useEffect(() => {
    if (shared !== null && shared !== 'lost' && shared.files.length > 0) void take(shared.files);
  }, [shared]);
  useEffect(() => void offline.then(() => setKept(true)).catch(() => {}), [offline]);
  useEffect(() => void engine.whenAll.then(() => refresh.current()), [engine]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    const isIdle = (): boolean => now.current.is === 'before' && latest.current.language === language;
    const warmed = engine.load(language, place).then((told) => {
      if (told !== null) return warmScreens(told, { say, language, easy: false, furigana: false }, data.places, isIdle);
    });
    warmed.catch(() => {});
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
  const now = useRef<View>(view);
  now.current = view;

  const look = async ({ entry, given: messages, pictures, refused }: Taken, first: Answers): Promise<void> => {
    const mine = ++turn.current;
    given.current++;
    sight.quit();
    setReading(true);
    setTrouble(null);
    try {
      const looked = await engine.look(messages, settingWith({ answers: first }));
      if (mine !== turn.current) return;
      const order = byGravity(looked.told);
      setAnswers(first);
      setChosen(order[0] ?? 0);
      setView({ is: 'result', entry, looked, order, pictures, refused });
    } catch (cause) {
      if (mine === turn.current) setTrouble(isOfTheNetwork(cause) ? 'load-failed' : 'look-failed');
    } finally {
      if (mine === turn.current) setReading(false);
    }
  };

  /** The message at hand once more, after something changed; with `others`, then those beside it, of which only the sentence is seen. */
  const again = async (setting: Setting, message: number, others: 'others' | '' = ''): Promise<void> => {
    if (view.is !== 'result') return;
    const mine = ++turn.current;
    try {
      const told = await engine.again(message, setting);
      if (mine === turn.current) replace(message, told);
      const rest = others === '' ? [] : view.order.filter((i) => i !== message);
      for (const i of rest) {
        const one = await engine.again(i, { ...setting, answers: aboutThePerson(setting.answers) });
        if (mine !== turn.current) return;
        replace(i, one);
      }
    } catch (cause) {
      if (mine === turn.current) setTrouble(isOfTheNetwork(cause) ? 'load-failed' : 'look-failed');
    }
  };

  /** Reads files of which nothing but their first bytes was looked at so far, each as a message of its own. */
  const open = async (files: readonly File[], refused: number): Promise<void> => {
    const mine = ++given.current;
    turn.current++;
    setTrouble(null);
    setReads('given');
    const before = now.current.is === 'result' ? now.current : null;
    let told: readonly Told[] = before?.looked.told ?? [];
    let isAnyRead = before !== null;
    try {
      for (const [i, file] of files.entries()) {
        const at = told.length;
        const seen = await sight.read(givenBy(file).then(async (one) => (await engine.add(one, at)).files));
        if (seen === null || mine !== given.current) return;
        isAnyRead ||= seen.length > 0;
        if (!isAnyRead && i === files.length - 1) return clear('no-message');
        const one = await engine.saw(at, seen, latest.current);
        if (mine !== given.current) return;
        told = [...((now.current.is === 'result' ? now.current.looked.told : null) ?? told), one];
        const looked = { told, more: before?.looked.more ?? 0 };
        const rest = { pictures: files.slice(i + 1), refused, order: byGravity(told), looked };
        now.current = now.current.is === 'result' ? { ...now.current, ...rest } : { is: 'result', entry: { is: 'files' }, ...rest };
        if (before === null && i === 0) setChosen(0);
        setView(now.current);
      }
    } catch (cause) {
      if (mine !== given.current) return;
      const why = isOfTheNetwork(cause) ? 'load-failed' : 'look-failed';
      if (before === null && told.length === 0) clear(why);
      else setTrouble(why);
    }
  };

  /** Reads the pictures and files of the message that is shown. */
  const openWithin = async (message: number): Promise<void> => {
    setTrouble(null);
    setReads('within');
    try {
      const seen = await sight.read(engine.files(message));
      if (seen === null) return;
      replace(message, await engine.saw(message, seen, latest.current));
    } catch {
      setTrouble('look-failed');
    }
  };

  const replace = (message: number, told: Told): void =>
    setView((one) =>
      one.is === 'result' ? { ...one, looked: { ...one.looked, told: one.looked.told.map((each, i) => (i === message ? told : each)) } } : one,
    );

  const take = async (from: string | readonly File[]): Promise<void> => {
    const taken = await takenIn(from);
    if (taken.given.length > 0) return await look(taken, aboutThePerson(answers));
    if (taken.pictures.length === 0) return setTrouble(taken.why);
    turn.current++;
    given.current++;
    sight.quit();
    engine.forget();
    setReading(false);
    setTrouble(null);
    now.current = { is: 'picture', files: taken.pictures, refused: taken.refused };
    setView(now.current);
    if (answers.age === 'adult') await open(taken.pictures, taken.refused);
  };

  const clear = (said: Trouble | null): void => {
    turn.current++;
    given.current++;
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
          void again(settingWith({ language: code }), chosen, 'others');
        }}
        onEasy={(wanted) => {
          setEasy(wanted);
          void again(settingWith({ easy: wanted }), chosen, 'others');
        }}
        onFurigana={setFurigana}
      />
      <main id="main" tabIndex={-1}>
        {view.is === 'before' && <Before draft={draft} reading={reading} trouble={trouble} onGiven={(from) => void take(from)} />}
        {view.is === 'picture' && (
          <Picture
            age={answers.age}
            progress={sight.progress}
            onRead={() => void open(view.files, view.refused)}
            onAge={(age) => {
              setAnswers(age === 'unknown' ? {} : { age });
              if (age === 'adult') void open(view.files, view.refused);
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
            order={view.order}
            chosen={chosen}
            pictures={view.pictures.length}
            refused={view.refused}
            asksPasswords={data.asksPasswords}
            answers={answers}
            places={data.places}
            place={place}
            trouble={trouble}
            progress={reads === 'within' ? sight.progress : null}
            progressGiven={reads === 'given' ? sight.progress : null}
            onOpen={() => void openWithin(chosen)}
            onOpenGiven={() => void open(view.pictures, view.refused)}
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

function isOfTheNetwork(cause: unknown): boolean {
  return cause instanceof TypeError || (cause instanceof Error && /^data\//.test(cause.message));
}
