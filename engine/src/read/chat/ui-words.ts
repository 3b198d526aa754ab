import { wordList } from './word-list.js';

/** What programs write between messages, in lower case: whose line it is, that it was read, what was done to it. */

/** Above a line of the reader's own, on the pages of Instagram and Messenger. */
export const YOU_SENT: ReadonlySet<string> = new Set(
  wordList(
    'you sent, you replied, you replied to yourself, you forwarded a message, you sent an attachment',
    'あなたが送信しました, あなたが送信, 自分が送信, 送信者: あなた, あなたが返信しました',
    'du hast gesendet, du hast geantwortet, von dir gesendet, você enviou, você respondeu, enviaste, has enviado, has respondido, respondiste',
    '회원님이 보냄, 회원님이 보냈습니다, 내가 보냄, 회원님이 답장했습니다, вы отправили, вы ответили, ви надіслали, vous avez envoyé, vous avez répondu',
    'hai inviato, hai risposto, je hebt verzonden, je hebt verstuurd, wysłano przez ciebie, wysłałeś, wysłałaś, gönderdin, sen gönderdin',
    'du skickade, du sendte, lähetit',
    '你傳送了, 你发送了, 你傳送了訊息, anda mengirim, bạn đã gửi, คุณส่ง, لقد أرسلت, आपने भेजा, שלחת, εσείς στείλατε, ai trimis, odeslali jste, elküldted',
  ),
);

/** "You replied to Elena": the reader's own line, if that is the name of the other. */
export const YOU_REPLIED =
  /^(?:you replied to|du hast auf|você respondeu a|respondiste a|vous avez répondu à|hai risposto a|вы ответили) (.{1,64}?)(?: geantwortet)?$/i;

/** Above what is answered: somebody else's words. */
export const ORIGINAL =
  /^(?:original message|元のメッセージ|mensagem original|mensaje original|원본 메시지|исходное сообщение|message d'origine|ursprüngliche nachricht) ?:?$/i;

/** Buttons, read marks, reactions: nothing that anyone said. */
export const MARKS: ReadonlySet<string> = new Set(
  wordList(
    'enter, seen, sent, delivered, read, opened, received, unread, edited, like, liked a message, reply, react, more, forwarded, active now, typing...',
    '既読, 送信済み, 配信済み, 開封済み, 受信済み, 編集済み, 返信, エンター, オンライン中',
    'gesehen, gesendet, zugestellt, gelesen, geöffnet, bearbeitet, eingabe, visto, visualizado, enviado, entregue, lido, aberto, editado, entrar',
    'entregado, leído',
    '읽음, 전송됨, 보냄, 전달됨, 열림, 수정됨, просмотрено, доставлено, прочитано, отправлено, открыто, изменено, vu, envoyé',
    'distribué, lu, ouvert, modifié',
    'visualizzato, inviato, consegnato, letto, aperto, modificato, gezien, verzonden, bezorgd, gelezen, wyświetlono, wysłano, dostarczono',
    'görüldü, iletildi, 已读, 已讀, 已送达, 已傳送, dilihat, terkirim, đã xem, đã gửi',
  ),
);

/** "Seen by Elena", "Seen 5m ago", "既読 21:14". */
export const SEEN =
  /^(?:seen|read|delivered|opened|visto|vu|gesehen|gelesen|просмотрено|既読|읽음)(?: (?:by |at |just |yesterday|today|à |um |por |в )?.{0,40}| ?\d{1,2}:\d{2})$/i;

/** The reader, over his own lines in Snapchat. */
export const ME: ReadonlySet<string> = new Set(
  wordList('ME, ICH, MOI, YO, EU, IO, IK, JAG, JEG, MEG, MIG, JA, BEN, MINÄ, EN, Я, 自分, 나, 我, ΕΓΩ, EGO, SAYA, TÔI, ฉัน, أنا, אני, मैं'),
);

/** Days without a number, over the lines of a day. */
export const DAYS: ReadonlySet<string> = new Set(
  wordList(
    'today, yesterday, monday, tuesday, wednesday, thursday, friday, saturday, sunday, just now',
    "今日, 昨日, 今天, 昨天, 오늘, 어제, heute, gestern, hoje, ontem, hoy, ayer, сегодня, вчера, aujourd'hui, hier, oggi, ieri, vandaag, gisteren, dzisiaj",
    'wczoraj, bugün, dün',
  ),
);

/** Words before a number or an address in lists of text messages: who wrote it. */
export const RECEIVED: ReadonlySet<string> = new Set(
  wordList(
    'received, inbox, incoming, in, 受信, 수신, empfangen, eingang, recebida, recebido, recibido, recibida, входящее, получено, reçu, ricevuto',
    'ontvangen, odebrano',
  ),
);
export const SENT: ReadonlySet<string> = new Set(
  wordList('sent, outbox, outgoing, out, 送信, 발신, gesendet, ausgang, enviada, enviado, исходящее, отправлено, envoyé, inviato, verzonden, wysłano'),
);
