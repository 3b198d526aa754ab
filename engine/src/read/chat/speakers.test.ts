import { describe, expect, test } from 'vitest';
import { read } from '../read.js';
import { OTHERS, personOf, SELF } from './people.js';

const speakers = (text: string, name = ''): string =>
  read({ bytes: Buffer.from(text), name })
    .turns.map((turn) => `${turn.name}=${turn.speaker}`)
    .join(' ');

describe('who is the reader', () => {
  test.each([
    // pasted                                                                        who is who                                   why
    ['me: hi\nhim: pay', 'me=reader him=other', 'words for both'],
    ['me: hi\nkat_22: pay', 'me=reader kat_22=other', 'the other follows'],
    ['scammer: pay\nkat: no', 'scammer=other kat=reader', 'the reader follows'],
    ['him: leave me alone\njake: pay\nhim: no', 'him=unknown jake=unknown him=unknown', '"him" may be the son of the one who pastes'],
    ['he: pay\nshe: no', 'he=unknown she=unknown', 'both are not the reader: somebody else pastes'],
    ['me: pay\nyou: no\nme: now', 'me=unknown you=unknown me=unknown', 'both are the reader: somebody pretends, or tells it to the other'],
    ['me: hi\nbob: hi\nkat: pay', 'me=reader bob=unknown kat=unknown', 'in a group only what is known is known'],
    ['me: hi\nscammer: pay\nkat: hm', 'me=reader scammer=other kat=unknown', 'in a group too'],
    ['sie: zahl\nich: nein', 'sie=other ich=reader', 'German "sie" means both you and her: it says nothing, the other follows'],
    ['私：写真もってる\n私：送るよ\n私：払え', '私=unknown', '"I" alone may be the one who threatens'],
    ['相手：払え\n相手：早く\n相手：今日', '相手=other', 'the other alone'],
    ['[14/03/2025, 23:41] ~Me: pay\n[14/03/2025, 23:42] Tom: no', 'Me=other Tom=reader', 'the wave is of somebody unknown, whatever he calls himself'],
    ['[14/03/2025, 23:41] You: pay\n[14/03/2025, 23:42] me: no', 'You=unknown me=unknown', 'two readers'],
    ['[14/03/2025, 23:41] Elena: pay\n[14/03/2025, 23:42] Tom: no', 'Elena=unknown Tom=unknown', 'nothing tells'],
    ['[LINE] Chat history in Club\n\nSun, 11/01/2026\n20:02\tClub\thi\n20:03\tTom\tyo', 'Club=unknown Tom=unknown', 'the title of a group names no one'],
    [
      '[LINE] Chat history with Mio\n\nSun, 11/01/2026\n20:02\tMio\thi\n20:03\tTom\tyo\n20:04\tKim\tyo',
      'Mio=unknown Tom=unknown Kim=unknown',
      'three speak: the title is a group after all',
    ],
    ['you sent\nhi\nsophie\nsophie\npay\n\nsophie\nsophie\nnow', 'you sent=reader sophie=other', 'the page says it'],
  ])('%j: %s (%s)', (text, expected) => expect(speakers(text)).toBe(expected));

  test.each([
    ['WhatsApp Chat with Elena.txt', 'Elena=other Tom=reader', 'the file is named after the other'],
    ['a/b/WhatsApp-Chat mit Elena (1).txt', 'Elena=other Tom=reader', 'in German, the second copy'],
    ['WhatsApp Chat with Family.txt', 'Elena=unknown Tom=unknown', 'a name that is none of the two'],
    ['Elena.txt', 'Elena=unknown Tom=unknown', 'a name that anybody gave'],
  ])('a file called %s: %s (%s)', (name, expected) => expect(speakers('14/03/2025, 23:41 - Elena: pay\n14/03/2025, 23:42 - Tom: no', name)).toBe(expected));
});

describe('words for people', () => {
  test.each([
    ['Me', 'reader'],
    ['me (Anna)', 'reader'],
    ['自分', 'reader'],
    ['わたし（娘）', 'reader'],
    ['나', 'reader'],
    ['Ich', 'reader'],
    ['Eu', 'reader'],
    ['Я', 'reader'],
    ['moi', 'reader'],
    ['Ｍｅ', 'reader'],
    ['**him**', 'other'],
    ['the scammer', 'other'],
    ['相手', 'other'],
    ['그놈', 'other'],
    ['Мошенник', 'other'],
    ['sie', null],
    ['lei', null],
    ['Megan', null],
    ['mei', null],
    ['私書箱', null],
    ['', null],
  ])('%j: %s', (word, side) => expect(personOf(word)?.side ?? null).toBe(side));

  test('no word means both people', () => {
    // "lei", "sie": what stands in both lists says nothing, and is there on purpose.
    expect(SELF.filter((word) => OTHERS.includes(word))).toEqual([]);
  });
});
