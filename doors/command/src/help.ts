const EN = `hattari: is this threatening message a bluff?

  hattari check [FILE ...|-]      read messages and explain them; with nothing: paste one
  hattari scan PATH ...           look through folders, Maildirs and mailboxes on all cores
  hattari guide source [SERVICE]  how to get the source of a mail, in Gmail, Outlook, docomo ...
  hattari guide device [WHAT]     when to look at a phone, computer or account, and how
  hattari sender FILE ...         who sent a mail: its way, checks of the sender, tricks
  hattari evidence FILE ... --out DIR
                                  make a record for the police or a help desk, to print
  hattari evidence --delete DIR   remove such a record
  hattari page [--port N]         the page for a browser, on this machine only
  hattari languages [FILE ...]    check language files
  hattari words --path PATH       every sentence that can be printed on a path: genuine, before, minor,
                                  third-party, known-person, crisis, kin, bluff, unsure, mention, clear

  --lang {codes}
                     language of the words (default: your locale)
  --place JP|US|...  whose help lines (default: your locale)
  --answers a=b,...  your answers: contact, image, names, app, password, paid = yes|no;
                     age = under-18|adult; who = me|child|pupil|friend
  --no-questions     check: ask nothing, also at a terminal
  --no-sight         check: do not read pictures, PDFs and documents
  --sight            scan: read pictures, PDFs and documents too; it takes seconds for each of them
  --sight-seconds N  so long a message's pictures and files may take (default: 30)
  --json             one JSON line a message (guide: a line an entry)
  --list FILE        paths to check, one a line (- is standard input)
  --parts            the decoded text of each part
  --sketch           in JSON: what is nearly the same in copies of one letter
  --authserv-id ID   check and sender: what your own mail server calls itself in
                     Authentication-Results, if it removes that id from what comes in;
                     several with commas
  --dns              ask the DNS who may send for the sender's domain (SPF, DKIM, DMARC, ARC)
  --dns-server ADDRESS[:PORT],...
                     the servers to ask, and --dns (default: HATTARI_DNS, else the system's)

  scan only:
  --resume FILE      keep there how far it is; with such a file, go on from it
  --workers N        how many at once (default: one a core)

  evidence only (in English or Japanese):
  --out DIR          folder for the record: a new one, or an empty one. It holds the text, the
                     times, the accounts and the SHA-256 of each file, and never a picture.
                     Of a file with pictures the SHA-256 is taken with --answers age=adult only
  --delete DIR       remove a record: only what was made there and nobody has changed

A FILE is a saved mail (.eml), its pasted source, plain text, or an mbox of any size; each may be
gzipped. check also reads pictures and screenshots (PNG, JPEG, WebP, GIF, BMP, HEIC), the QR codes in them,
PDFs, Word and OpenDocument files, by themselves and in mails: here, without sending or keeping them. scan tells a summary at the end; Ctrl-C ends it early, keeping what is done.
Without --dns nothing leaves this machine. With it, a name server learns the domains that stand in
the header and the address of the sending server. Through it, whoever runs those domains can learn
that somebody looks at such a mail, and when (a domain made for one letter tells which mail it is);
not who looks, and nothing of the text.
Exit code: 0 nothing found, 1 found (bluff, genuine, kin), 3 unsure, 2 could not look.
Of sender: 0 authentic, or nothing odd; 1 forged; 3 not proven; 2 could not look.
Of evidence: 0 done; 2 nothing was made, or something was left.
`;

const JA = `hattari: この脅しは、はったりですか

  hattari check [ファイル ...|-]      文を読んで説明します。ファイルがなければ、貼り付けてください
  hattari scan 場所 ...               フォルダー、Maildir、mbox を、全部のコアで調べます
  hattari guide source [サービス]     メールの元の文(ソース)の出し方(Gmail、Outlook、ドコモなど)
  hattari guide device [見るもの]     スマートフォン、パソコン、アカウントの見方と、見なくてよいとき
  hattari sender ファイル ...         だれが送ったか。メールの通った道、差出人の確認の結果
  hattari evidence ファイル ... --out フォルダー
                                      警察や相談窓口に見せる記録を作ります(印刷できます)
  hattari evidence --delete フォルダー  その記録を消します
  hattari page [--port N]             ブラウザーで使う画面を、この端末だけに出します
  hattari languages [ファイル ...]    言語ファイルを確かめます
  hattari words --path 道             その場合に出ることのある文を全部: genuine、before、minor、third-party、
                                      known-person、crisis、kin、bluff、unsure、mention、clear

  --lang {codes}
                     説明の言語(何もなければ、お使いの環境の言語)
  --place JP|US|...  どの国の相談先か(何もなければ、お使いの環境の国)
  --answers a=b,...  質問への答え。contact(やり取り)、image(画像)、names(名前)、app(アプリ)、
                     password(パスワード)、paid(支払い)は yes か no。
                     age(年齢)は under-18 か adult。who(だれのこと)は me、child、pupil、friend
  --no-questions     check。端末でも、何も尋ねません
  --no-sight         check。画像、PDF、文書の中の文字は読みません
  --sight            scan。画像、PDF、文書の中の文字も読みます。一つに数秒かかります
  --sight-seconds N  一通の画像とファイルを読むのに使ってよい秒数(何もなければ 30)
  --json             一通を一行の JSON で
  --list ファイル    調べるファイルの一覧。一行に一つ(- は標準入力)
  --parts            読み取った文を、部分ごとに
  --sketch           JSON に、同じ文の写しならほとんど同じになる値を足します
  --authserv-id 名前 check と sender。ご自分のメールサーバーが Authentication-Results に書く名前。
                     外から来たメールから、その名前を消している場合だけ。いくつもあればコンマで
  --dns              差出人のドメインから送ってよいサーバーを、DNS に尋ねます(SPF、DKIM、DMARC、ARC)
  --dns-server アドレス[:ポート],...
                     尋ねるサーバー。--dns もつけたことになります(何もなければ HATTARI_DNS、
                     なければ環境の設定)

  scan だけ:
  --resume ファイル  どこまで調べたかを書いておきます。前に書いたものがあれば、そこから続けます
  --workers N        同時に動かす数(何もなければ、コアの数)

  evidence だけ(日本語か英語):
  --out フォルダー   記録を入れるフォルダー。新しいものか、空のもの。文、時刻、アカウント、ファイルの
                     SHA-256 を載せます。画像は入れません。画像の入ったファイルの SHA-256 は、
                     --answers age=adult のときだけ計算します
  --delete フォルダー  記録を消します。そこで作られ、あとで変わっていないものだけです

ファイルは、保存したメール(.eml)、メールの元の文、ふつうの文、mbox(大きさは自由)のどれかです。gzip でも読めます。
check は、画像やスクリーンショット(PNG、JPEG、WebP、GIF、BMP、HEIC)、その中の QR コード、PDF、Word と OpenDocument の
文書も読みます。メールに付いているものも読みます。この機械の中だけで読み、どこへも送らず、残しません。
scan は終わりにまとめを出します。Ctrl-C で途中で終えても、調べた分は残ります。
--dns をつけなければ、この機械から外へは何も出ません。つけると、ヘッダーにあるドメインと送信サーバーのアドレスが
ネームサーバーに伝わります。そこを通じて、そのドメインを持つ側は、だれかがそのメールを調べたことと時刻を知ることが
できます(一通だけのために作られたドメインなら、どのメールかも)。だれが調べたかと本文は伝わりません。
終了コード: 0 何も見つからない、1 見つかった(bluff、genuine、kin)、3 決められない、2 調べられない
sender では: 0 本物、または変わったところがない、1 にせもの、3 証明できない、2 調べられない
evidence では: 0 できた、2 何も作らなかった、または残ったものがある
`;

/** `codes`: the languages there are. */
export function helpText(language: string, codes: readonly string[]): string {
  return (language === 'ja' ? JA : EN).replace('{codes}', codes.join('|'));
}
