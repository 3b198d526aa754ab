import type { LetterLanguage, Random } from './model.js';

/** Everyday sentences about nothing that matters here. */
const SENTENCES: Readonly<Record<LetterLanguage, readonly string[]>> = {
  en: [
    'The tomatoes on the balcony are ripe at last.',
    'We walked along the river until the bridge and had tea there.',
    'The library opens an hour later in winter.',
    'My sister is baking bread with rye flour.',
    'The train to the coast takes about two hours and a half.',
    'In the garden behind the school stands an old pear tree.',
    'The choir sings on the last Sunday of the month.',
    'It rained all morning, and in the afternoon there was a rainbow.',
  ],
  de: [
    'Die Tomaten auf dem Balkon sind endlich reif.',
    'Wir sind am Fluss bis zur Brücke gegangen und haben dort Tee getrunken.',
    'Die Bücherei öffnet im Winter eine Stunde später.',
    'Meine Schwester backt Brot mit Roggenmehl.',
    'Der Zug zur Küste braucht etwa zweieinhalb Stunden.',
    'Im Garten hinter der Schule steht ein alter Birnbaum.',
    'Der Chor singt am letzten Sonntag des Monats.',
    'Es hat den ganzen Vormittag geregnet, und am Nachmittag gab es einen Regenbogen.',
  ],
  ru: [
    'Помидоры на балконе наконец созрели.',
    'Мы прошли вдоль реки до моста и выпили там чаю.',
    'Зимой библиотека открывается на час позже.',
    'Моя сестра печет хлеб из ржаной муки.',
    'Поезд до побережья идет около двух с половиной часов.',
    'В саду за школой стоит старая груша.',
    'Хор поет в последнее воскресенье месяца.',
    'Все утро шел дождь, а днем была радуга.',
  ],
  ja: [
    'ベランダのトマトがやっと赤くなりました。',
    '川沿いを橋まで歩いて、そこでお茶を飲みました。',
    '冬の間、図書館は一時間遅く開きます。',
    '妹はライ麦の粉でパンを焼いています。',
    '海岸までの電車は二時間半ほどかかります。',
    '学校の裏の庭には古い梨の木があります。',
    '合唱団は毎月最後の日曜日に歌います。',
    '午前中はずっと雨でしたが、午後には虹が出ました。',
  ],
  ko: [
    '베란다의 토마토가 드디어 익었습니다.',
    '우리는 강을 따라 다리까지 걸어가서 차를 마셨습니다.',
    '겨울에는 도서관이 한 시간 늦게 문을 엽니다.',
    '여동생은 호밀가루로 빵을 굽고 있습니다.',
    '해안까지 가는 기차는 두 시간 반쯤 걸립니다.',
    '학교 뒤 정원에는 오래된 배나무가 있습니다.',
    '합창단은 매달 마지막 일요일에 노래합니다.',
    '오전 내내 비가 왔고 오후에는 무지개가 떴습니다.',
  ],
};

/** Innocent text of at least so many letters. */
export function proseOf(language: LetterLanguage, letters: number, random: Random): string {
  const sentences = SENTENCES[language];
  let text = '';
  while (text.length < letters) text += `${sentences[Math.floor(random() * sentences.length)]}${random() < 0.2 ? '\n' : language === 'ja' ? '' : ' '}`;
  return text;
}
