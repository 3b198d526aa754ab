import { ANSWERS, type Answers, type Detection, detect, GATES, HEADINGS, readLanguageFile, WORDS } from '@hattari/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesOf } from './addresses.js';
import { files, know } from './languages.js';
import { readLetters } from './letters.js';

// The worst error is to tell a truly blackmailed person to ignore it; the next worst is to accuse an innocent mail.
const LETTERS = new URL('../letters/', import.meta.url);

function verdict(text: string, words: string, answers: Answers = {}): Detection {
  return detect({ bytes: Buffer.from(text), answers, place: words === 'ja' ? 'JP' : 'US', words, now: 0 }, know);
}

const genuine = ['en', 'ja'].flatMap((language) => readLetters(new URL(`genuine.${language}.txt`, LETTERS)).map((letter) => ({ ...letter, language })));

describe('genuine cases: never bluff, never clear', () => {
  test('there are at least forty', () => expect(genuine.length).toBeGreaterThanOrEqual(40));

  test.each(genuine.map((c) => [`${c.language} ${c.name}: ${c.why}`, c] as const))('%s', (_, { text, language }) => {
    expect(['bluff', 'clear']).not.toContain(verdict(text, language).verdict.kind);
  });

  const phrases = files.flatMap((f) =>
    f.value.sections.filter((s) => HEADINGS.sections.has(s.id)).flatMap((s) => s.caught.map((line) => ({ id: s.id, text: line.text }))),
  );
  const bluffSentences = phrases.filter(({ id }) => know.sections.some((s) => s.kind === 'claim' && s.id === id)).map(({ text }) => text);
  test('whatever bluff sentences and wallets are mixed into them', () => {
    // Only cases that are told as genuine by their own words: a case that stays unsure by itself has nothing to defend it with.
    const told = genuine.filter((c) => verdict(c.text, c.language).verdict.kind === 'genuine');
    expect(told.length).toBeGreaterThanOrEqual(40);
    const wallets = addressesOf('mixed in');
    fc.assert(
      fc.property(
        fc.constantFrom(...told),
        fc.array(fc.constantFrom(...bluffSentences, ...Object.values(wallets)), { maxLength: 12 }),
        fc.boolean(),
        (c, mixed, before) => {
          const text = before ? `${mixed.join('\n')}\n\n${c.text}` : `${c.text}\n\n${mixed.join('\n')}`;
          expect(['bluff', 'clear']).not.toContain(verdict(text, c.language).verdict.kind);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a threat in one language inside an everyday mail in another', () => {
  const THREATS = {
    en: 'I have your nudes and your followers list. Pay me 500 dollars or I will send them to all your friends and family.',
    de: 'Ich habe deine Nacktbilder und deine Followerliste. Zahl mir 500 Euro oder ich schicke sie an alle deine Freunde.',
    es: 'Tengo tus fotos desnuda y la lista de tus seguidores. Págame 500 euros o se las mando a toda tu familia y a tus amigos.',
    fr: 'J’ai tes photos nue et la liste de tes abonnés. Paie-moi 500 euros ou j’envoie tout à ta famille et à tes amis.',
    pt: 'Tenho as tuas fotos nuas e a lista dos teus seguidores. Paga 500 euros ou envio para toda a tua familia.',
    ru: 'У меня есть твои голые фото и список подписчиков. Плати 50000 рублей или разошлю всем друзьям и родным.',
    ja: '君の裸の写真とフォロワーのリストを持っている。5万円払わないと友達と家族全員に送る。',
    ko: '네 알몸 사진이랑 팔로워 목록 가지고 있다. 50만원 안 보내면 친구들과 가족한테 다 보낸다.',
  };
  const MAILS = {
    en: 'Last night I went for a walk and the neighbour was there with the dog, and we talked for a long time about the weather and work. It was nice, but now I am tired and there is something on my mind. This came this morning:',
    de: 'Ich bin gestern abend spazieren gegangen und dann war da der Nachbar mit dem Hund, und wir haben lange über das Wetter und die Arbeit gesprochen. Es war schön, aber jetzt bin ich müde und mir liegt etwas auf dem Herzen. Das ist heute morgen gekommen:',
    es: 'Anoche salí a pasear y estaba el vecino con el perro, y hablamos mucho rato del tiempo y del trabajo. Estuvo bien, pero ahora estoy cansada y hay algo que no se me va de la cabeza. Esto llegó esta mañana:',
    fr: 'Hier soir je suis allée me promener et il y avait le voisin avec le chien, et nous avons parlé longtemps du temps et du travail. C’était agréable, mais maintenant je suis fatiguée et quelque chose me trotte dans la tête. Voici ce qui est arrivé ce matin :',
    pt: 'Ontem à noite fui passear e estava lá o vizinho com o cão, e falámos muito sobre o tempo e o trabalho. Foi bom, mas agora estou cansada e há uma coisa que não me sai da cabeça. Isto chegou hoje de manhã:',
    ru: 'Вчера вечером я гуляла, и там был сосед с собакой, и мы долго говорили о погоде и о работе. Было хорошо, но теперь я устала, и меня что-то беспокоит. Вот это пришло сегодня утром:',
    ja: '昨日の夜は散歩に行って、隣の人と犬に会って、天気や仕事の話を長くしました。楽しかったですが、今は疲れていて、気になっていることがあります。これは今朝届いたものです。',
  };
  const pairs = Object.entries(MAILS).flatMap(([around, mail]) =>
    Object.entries(THREATS).flatMap(([own, threat]) => (own === around ? [] : [[own, around, threat, mail] as const])),
  );
  test.each(pairs)('%s in %s', (_own, around, threat, mail) => {
    // One line break only: a chat that was copied has no blank lines.
    const text = `From: a@b.example\nTo: c@d.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n${mail}\n${threat}\n${mail}\n`;
    expect(['bluff', 'clear']).not.toContain(verdict(text, around).verdict.kind);
    expect(['bluff', 'clear', 'mention', 'kin']).not.toContain(verdict(`${mail}\n${threat}`, around).verdict.kind);
  });

  test('short lines in turn in two alphabets', () => {
    const chat = 'она: send 300$ or i post video\nя: у меня нет денег\nона: u have 1 hour\nя: не надо, у меня правда ничего нет';
    const text = `From: a@b.example\nTo: c@d.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n${chat}\n`;
    expect(['bluff', 'clear']).not.toContain(verdict(text, 'ru').verdict.kind);
  });

  test.each(Object.entries(MAILS))('%s alone is clear', (language, mail) => {
    expect(verdict(`From: a@b.example\nTo: c@d.example\nSubject: hello\n\n${mail}\n`, language).verdict.kind).toBe('clear');
  });
});

describe('a threat in a language that is known by its everyday words alone', () => {
  const THREAT = 'Mi mandi 200 euro o il tuo video va alla tua famiglia e a tutti gli amici che hai nella lista, e questo non è uno scherzo.';
  const AROUND = {
    alone: '',
    'in English': 'This came this morning and I do not know what it says, but I think that it is not good for me.\n',
    'in Portuguese': 'Isto chegou hoje de manhã e eu não sei o que diz, mas acho que não é uma coisa boa para mim.\n',
  };
  test.each(Object.entries(AROUND))('%s', (_, around) => {
    const text = `From: a@b.example\nTo: c@d.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n${around}${THREAT}\n${around}`;
    expect(['bluff', 'clear']).not.toContain(verdict(text, 'en').verdict.kind);
  });
});

describe('bytes that are no text accuse nobody', () => {
  test.each(['', '; charset=iso-2022-jp', '; charset=shift_jis', '; charset=utf-8'])('text/plain%s', (charset) => {
    const head = Buffer.from(`From: a@b.example\nTo: c@d.example\nSubject: hello\nContent-Type: text/plain${charset}\n\n`);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2_000, maxLength: 6_000 }), (noise) => {
        const mail = Buffer.concat([head, noise]);
        expect(['genuine', 'bluff', 'kin']).not.toContain(detect({ bytes: mail, answers: {}, place: 'US', words: 'en', now: 0 }, know).verdict.kind);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('a short threat that arrived as mail is neither a bluff nor nothing', () => {
  test.each([
    ['en', 'I have a video of you and I will send it to all your friends.'],
    ['en', 'My ex says he will put our tape online if I do not come back to him.'],
    ['es', 'Sabes quién soy. 300 euros antes del viernes o tu madre ve el vídeo.'],
    ['es', 'Mi ex dice que va a subir nuestro video si no vuelvo con él.'],
    ['it', 'Sai chi sono. 300 euro entro venerdì o tua madre vede il video.'],
    ['it', 'Il mio ex dice che mette online il nostro video se non torno con lui.'],
    ['fr', 'Tu sais qui je suis. 300 euros avant vendredi ou ta mère voit la vidéo.'],
    ['fr', 'Mon ex dit qu’il va mettre notre vidéo en ligne si je ne reviens pas avec lui.'],
    ['pt', 'Sabes quem sou. 300 euros até sexta ou a tua mãe vê o vídeo.'],
    ['zh-Hans', '周五之前转三万，不然你老婆就会看到那段视频。'],
    ['zh-Hant', '前男友說如果不復合就要把我們的影片放到網路上。'],
    ['ko', '금요일까지 30만원. 안 보내면 엄마가 영상을 보게 될 거야. 잘 생각해 봐.'],
    ['ko', '상대: 영상 있으니까 30만원 입금해\n나: 돈 없어요\n상대: 그럼 네 엄마한테 보낸다'],
  ])('%s: %s', (language, words) => {
    const text = `From: a@b.example\nTo: c@d.example\nSubject: hello\nContent-Type: text/plain; charset=utf-8\n\n${words}\n`;
    expect(['bluff', 'clear']).not.toContain(verdict(text, language).verdict.kind);
  });
});

describe('what a sceptical reader once got a wrong answer for', () => {
  const WALLET = addressesOf('sceptic').BTC;
  const NO = { contact: 'no', image: 'no', names: 'no' } as const;
  test.each<[string, string, Answers, readonly string[], readonly string[]]>([
    // language, what was said, answers, verdicts that are right, flags that must be there
    ['en', "I met a girl on Snapchat and sent her a pic. Now she wants $300 or she sends it to my followers. I'm 15.", {}, ['genuine'], ['minor']],
    ['en', 'someone has my nudes and wants money', {}, ['genuine'], []],
    ['en', "My husband recorded me without asking and says he'll show my parents if I leave", {}, ['genuine'], ['known-person']],
    ['en', 'he has my pics. he wont stop. i am scared', {}, ['genuine'], []],
    ['en', '1k by friday or the photos go to your coach', {}, ['genuine', 'unsure'], []],
    ['en', "Your nudes will be on your school's page by 9pm. DM me.", {}, ['genuine', 'unsure'], []],
    ['en', 'The video is ready. Would you like your wife to see it? Reply.', {}, ['genuine', 'unsure'], []],
    ['en', 'They made AI nudes of me from my instagram and want 200 dollars', {}, ['genuine', 'unsure'], []],
    ['ja', '昨日は楽しかったね。顔もはっきり映ってるよ。消してほしい？8万', {}, ['genuine', 'unsure'], []],
    ['en', `I hacked your device and recorded you with webcam in our video call. Pay 500 USD in bitcoin ${WALLET} in 48 hours.`, NO, ['genuine', 'unsure'], []],
    [
      'en',
      `I hacked your device and recorded you with webcam. Your friends Kenji Sato and Anna Lee will see it. Pay 500 USD in bitcoin ${WALLET} in 48 hours.`,
      {},
      ['genuine', 'unsure'],
      [],
    ],
    [
      'en',
      `I hacked your computer and recorded you through your webcam. I am 15 and want to die. Pay 700 dollars in bitcoin to ${WALLET} within 2 days or I send the video to all your contacts.`,
      NO,
      ['genuine', 'unsure'],
      ['crisis', 'minor'],
    ],
    ['ja', '殺すぞ。家わかってるからな', {}, ['kin'], ['violence']],
    ['en', 'There is a bomb in your building. Send $20,000 in bitcoin or it will explode by the end of the day.', {}, ['kin'], ['violence']],
    ['en', "My ex boyfriend says he will post our videos if I don't come back to him.", {}, ['genuine'], ['known-person']],
    [
      'en',
      'My son is being blackmailed on Discord, he sent nudes and they want gift cards.',
      { who: 'child', age: 'under-18' },
      ['genuine'],
      ['minor', 'third-party'],
    ],
    [
      'en',
      'This article is about sextortion scams. In many scams like this one, the hacker says he filmed you. I sent my photo to a man on Telegram',
      { contact: 'yes', image: 'yes' },
      ['genuine'],
      [],
    ],
    ['ja', '動画を100%削除します。セクストーション被害の調査会社です。着手金10万円。', {}, ['kin'], []],
  ])('%s %s %j', (language, text, answers, kinds, flags) => {
    const { verdict: v, explanation: e } = verdict(text, language, answers);
    expect(kinds).toContain(v.kind);
    expect(v.flags).toEqual(expect.arrayContaining([...flags]));
    expect(v.flags).not.toContain('before');
    expect(e.steps.map((s) => s.id)).not.toContain('delete-it');
    if (flags.includes('known-person')) expect(e.steps.map((s) => s.id)).not.toContain('stop-and-block');
  });

  test('whoever has paid is not told that the letter may go', () => {
    const { explanation } = verdict(
      `I hacked your computer and recorded you through your webcam. Pay 700 dollars in bitcoin to ${WALLET} within 2 days or I send the video to all your contacts.`,
      'en',
      { ...NO, paid: 'yes' },
    );
    expect(explanation.steps.map((s) => s.id)).toContain('paid-contact-issuer');
    expect(explanation.steps.map((s) => s.id)).not.toContain('delete-it');
  });
});

describe('innocent letters are not accused of blackmail', () => {
  const innocent = ['en', 'ja'].flatMap((language) => readLetters(new URL(`innocent.${language}.txt`, LETTERS)).map((letter) => ({ ...letter, language })));
  test.each(innocent.map((c) => [`${c.language} ${c.name}`, c] as const))('%s', (_, { text, language }) => {
    expect(verdict(text, language).verdict.kind).not.toBe('bluff');
  });
});

const FORBIDDEN = /\bignor|\bdelet|無視|削除/i;
/** Shown only when contact, image and names are all answered no. */
const CLOSED_ONLY = new Set(['step-delete-it', 'headline-bluff-closed', 'lead-bluff-closed']);

describe('while the questions are open nothing says ignore or delete', () => {
  test.each(files.map((f) => [f.name, f.value] as const))('%s: no sentence holds the words but the three that wait for the answers', (_, file) => {
    for (const [id, sentence] of file.words) if (!CLOSED_ONLY.has(id)) expect(sentence, id).not.toMatch(FORBIDDEN);
    for (const section of file.sections) expect(section.explanation, section.id).not.toMatch(FORBIDDEN);
  });

  const texts = ['bluff', 'genuine', 'innocent'].flatMap((set) =>
    ['en', 'ja'].flatMap((language) => readLetters(new URL(`${set}.${language}.txt`, LETTERS)).map((letter) => ({ text: letter.text, language }))),
  );
  const anyAnswers = fc.record(Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...ANSWERS[gate])])) as Record<string, fc.Arbitrary<string>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>;

  test('every output, with any answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), anyAnswers, ({ text, language }, answers) => {
        const { explanation: e, verdict: v } = verdict(text, language, answers);
        const closed = answers.contact === 'no' && answers.image === 'no' && answers.names === 'no';
        const said = [
          e.headline,
          ...e.leads,
          ...e.notes,
          ...e.steps.map((s) => s.text),
          ...e.claims.flatMap((c) => [c.title, c.tag, c.why]),
          ...e.signals.flatMap((s) => [s.title, s.why]),
          ...e.questions.map((q) => q.text),
          ...e.help.map((h) => `${h.name} ${h.note ?? ''}`),
        ];
        if (!closed || v.kind !== 'bluff') for (const sentence of said) expect(sentence).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 400 },
    );
  });

  test('a minor, or an age unknown, is never told to save, open or send pictures', () => {
    for (const { text, language } of genuine) {
      for (const answers of [{}, { age: 'under-18' }, { who: 'child' }, { who: 'pupil' }] as const) {
        const steps = verdict(text, language, answers).explanation.steps.map((s) => s.id);
        expect(steps).not.toContain('record-evidence');
      }
    }
  });

  test('beside a real threat no claim is answered with a calming sentence', () => {
    for (const { text, language } of genuine) {
      const found = verdict(text, language);
      if (found.verdict.kind === 'genuine') for (const claim of found.explanation.claims) expect(claim.why).toBe('');
    }
  });
});

describe('help lines', () => {
  test('every desk has a source and the day it was seen; the reader’s country comes first', () => {
    const { help } = verdict('We had a video call and he recorded it. He says he will send it to my mother if I do not pay with gift cards.', 'ja').explanation;
    expect(help.length).toBeGreaterThan(2);
    expect(help[0]?.name).toMatch(/[\u3040-\u9fff]/);
    for (const desk of help) {
      expect(desk.source).toMatch(/^https:\/\//);
      expect(desk.seen).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  test('a country of no file gets what works everywhere', () => {
    const found = detect(
      {
        bytes: Buffer.from('He recorded our video call and wants gift cards or he sends it to my sister Anna.'),
        answers: { age: 'adult' },
        place: 'ZZ',
        words: 'en',
        now: 0,
      },
      know,
    );
    expect(found.explanation.help.map((h) => h.name).join()).toMatch(/StopNCII/);
  });
});

test('every word the program can say stands in English and in Japanese', () => {
  for (const code of ['en', 'ja']) {
    const file = files.find((f) => f.value.code === code)?.value ?? readLanguageFile('', HEADINGS);
    expect([...WORDS].filter((id) => !file.words.has(id))).toEqual([]);
  }
});
