/** The commonest small words of languages in Latin letters, without their accents, which English data lose. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  eng: 'the and you your that have this with not for are will was from all what can has been know',
  deu: 'der die das und ich nicht sie ist mit ein eine auf ihre ihr von den zu auch wenn haben werden alle',
  fra: 'le la les et vous je votre vos que est pas des une dans pour sur avec qui ne nous tout ce mais',
  spa: 'el los las usted que su sus por para con una del no mi tu todos es pero como si esta mas tiene',
  por: 'o os as voce que seu sua nao para com uma do da no na em todos mas como se esta mais meu tem',
  ita: 'il lo gli che di non per con una del tuo tua sono mio questo tutti hai come ma se anche piu della',
  pol: 'i w z na nie sie do jest twoje moje ze to jak wszystkie przez dla ale od po twoich jestem oraz tylko',
  tur: 've bir bu sen senin icin ile tum ben benim da de ne degil olarak kadar daha gibi sizin var',
  vie: 'toi cua ban va la khong cho cac nhung mot da trong se voi duoc neu tat ca nguoi nay den',
};
const WORDS = new Map(Object.entries(SMALL_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]));

/** Words that must speak for a language, and how many times those for English. */
const LEAST = 4;
const LEAD = 1.5;

/** Which of the languages in Latin letters a text is in, by its small words; `eng` where none speaks up. */
export function latinOf(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  let best = { language: 'eng', n: 0 };
  let english = 0;
  for (const [language, known] of WORDS) {
    const n = words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0);
    if (language === 'eng') english = n;
    if (n > best.n) best = { language, n };
  }
  return best.n >= LEAST && best.n > english * LEAD ? best.language : 'eng';
}
