import type { Charset } from './names.js';

/**
 * How one language is written. `common` letters of it are what a right guess gives and a wrong one does not; `rare` ones are its
 * own too; `ranges` hold its script. `guesses` are tried where nothing tells the charset.
 */
export type Writing = {
  readonly guesses: readonly Charset[];
  readonly script: 'latin' | 'alphabet' | 'wide';
  readonly common: string;
  readonly rare: string;
  readonly ranges: readonly (readonly [weight: number, first: number, last: number])[];
};

function latin(guesses: readonly Charset[], letters: string): Writing {
  return { guesses, script: 'latin', common: letters + letters.toUpperCase().replaceAll('SS', ''), rare: '', ranges: [] };
}

function alphabet(guesses: readonly Charset[], common: string, rare: string): Writing {
  return { guesses, script: 'alphabet', common: common + common.toUpperCase(), rare: rare + rare.toUpperCase(), ranges: [] };
}

const WEST: readonly Charset[] = ['windows-1252'];
const CENTRAL: readonly Charset[] = ['windows-1250', 'iso-8859-2'];
const CYRILLIC: readonly Charset[] = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'];

// Of equally good guesses the first counts, so the most usual stand first. Letters of alphabets by their frequency, those of
// Han and Hangul as they are usual in letters.
export const WRITINGS: readonly Writing[] = [
  ...['äöüß', 'àâçèéêëîïôùûœ', 'áéíñóúü¿¡', 'áâãàçéêíóôõú', 'àèéìòù', 'åäöé', 'æøåé', 'ëéèïöü', 'áæðéíóöúýþ', 'àçéèíïóòúü·'].map((l) => latin(WEST, l)),
  ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíľĺňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'].map((l) => latin(CENTRAL, l)),
  latin(['windows-1254'], 'çğıİöşüâîû'),
  ...['ąčęėįšųūž', 'āčēģīķļņšūž'].map((l) => latin(['windows-1257'], l)),
  alphabet(CYRILLIC, 'оеаинтсрвлкмдпу', 'яыьгзбчйхжшюцщэфъё'),
  alphabet(['windows-1251', 'koi8-u', 'iso-8859-5'], 'оанивітеслкрдму', 'пзябьгчйхцжїєшющфґ'),
  alphabet(['windows-1251', 'iso-8859-5'], 'аоиентсрвлкдмпу', 'јзбгљњћђшчжџцхфыэ'),
  alphabet(['windows-1253'], 'αοιετσνηυρπκμλςωίόέάήύ', 'δγχθφβξζψώϊϋΐΰ'),
  alphabet(['windows-1255'], 'יוהלאמרתבשנדםכע', 'פקחןגטסזצךףץ'),
  alphabet(['windows-1256'], 'اليمنوتربةعدسفهكحقأ', 'جشطصخغزثئءىضذظآإؤپچژگ،؟؛'),
  alphabet(['windows-874'], 'านรอกเงมยลวดทสต่้ิีั', 'ะปบคหแจพชขใไโผุู์ื็ถซณญฐศษธภฟฝฉฎฏๆำึฒฬฮ'),
  {
    guesses: ['shift_jis', 'euc-jp'],
    script: 'wide',
    common:
      '、。・「」『』ー（）！？：日本人年大国会中出上生分行月時的間者手自場社内事方下前気学見小後来今話金地連体名無口目高立安入思新家作動言理男女子心私何部通知確認重要支払料送信受取番号登録情報写真画相電族友達全員警察期限仮想貨座振込請求契約解利用規株式銀東京市区様殿御願申必使面設定変更最当不正開始対応件限定特別価格商品注文発配完了返有効録音個被害法律公表',
    rare: '０１２３４５６７８９ＡＢＣ％＠～／',
    ranges: [
      [100, 0x3041, 0x3096],
      [90, 0x30a1, 0x30fa],
      [0, 0xff61, 0xff9f],
      [25, 0x4e00, 0x9fa0],
    ],
  },
  {
    guesses: ['euc-kr'],
    script: 'wide',
    common:
      '이다는에의가을하고지한를은로기도사인대리나아어서시자그들있해수일정보니면제라만과전스여으장부주상원관구성동요경것게습었안조거할신당위소마오미비내치우세물유생개선진분연공모무방음실중용계때문발및등적되든년월회금알바교간러까야행더말없않저입트드결송받메컴퓨터밀번호영',
    rare: '“”‘’·…「」、。（）！？',
    ranges: [
      [35, 0xac00, 0xd7a3],
      [-20, 0x4e00, 0x9fa0],
    ],
  },
  {
    guesses: ['gb18030'],
    script: 'wide',
    common:
      '，。、！？：；（）《》“”的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体美相见被利什二等产或新己制身果加月话合回特代内信表化给世位次度门任常先通教原东提立及比员解水名真论处走各入几口认条平系气题活更别打女变总何电数安少报结反受目太量再感建务做接必场件计管期市直资命金指许统区保至形社便空决司书非则听即难且权思完设式色路记品住告类求据程死该交规万取望共确传清今让识密码账号视频录您请',
    rare: '０１２３４５６７８９％',
    ranges: [
      [25, 0x4e00, 0x9fa5],
      [-40, 0x3400, 0x4dbf],
    ],
  },
  {
    guesses: ['big5'],
    script: 'wide',
    common:
      '，。、！？：；（）「」『』的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體美相見被利什二等產或新己制身果加月話合回特代內信表化給世位次度門任常先通教原東提立及比員解水名真論處走各入幾口認條平系氣題活更別打女變總何電數安少報結反受目太量再感建務做接必場件計管期市直資命金指許統區保至形社便空決司書非則聽即難且權思完設式色路記品住告類求據程死該交規萬取望共確傳清今讓識密碼帳號視頻錄您請',
    rare: '０１２３４５６７８９％',
    ranges: [
      [25, 0x4e00, 0x9fa5],
      [-40, 0x3400, 0x4dbf],
    ],
  },
];
