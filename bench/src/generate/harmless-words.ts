import type { Negative } from './model.js';

/** Kinds of harmless mail that are told whole in words of our own; `{wallet}` becomes a generated address. */
export type Told = Exclude<Negative, 'forward' | 'article' | 'question'>;
/** Of each list one is drawn; together they are a mail. */
export type Wording = { readonly subject: readonly string[]; readonly lines: readonly (readonly string[])[] };

const EN: Readonly<Record<Told, Wording>> = {
  newsletter: {
    subject: ['Our week in crypto', 'Security news for May', 'What we read this week'],
    lines: [
      ['Bitcoin rose four percent this week.', 'Ether had a quiet week.', 'Fees on the network fell again.'],
      ['Researchers wrote about malware that records the screen of infected computers.', 'A camera maker closed a hole in its firmware.'],
      ['Police warn of mails that claim to have filmed you; no film exists.', 'Our guide to safe passwords has a new chapter.'],
      ['You get this letter because you signed up. Unsubscribe at any time.', 'No longer interested? Unsubscribe below.'],
    ],
  },
  exchange: {
    subject: ['Your withdrawal is on its way', 'Deposit received', 'New address added'],
    lines: [
      ['You asked us to send 0.0213 BTC to {wallet}.', 'Your withdrawal to {wallet} was confirmed.', 'The address {wallet} was added to your address book.'],
      ['It needs two confirmations on the network.', 'New addresses can be used after 24 hours.', 'The fee was 0.00004 BTC.'],
      ['If this was not you, freeze your account in the app and change your password.', 'Not you? Contact support within 24 hours.'],
    ],
  },
  invoice: {
    subject: ['Invoice 2026-0114', 'Your order of 12 May', 'Reminder: invoice 88'],
    lines: [
      ['For the translation of the leaflet we ask 640 dollars.', 'Amount due: 1,150 USD for the spring illustrations.', 'The rent of the hall was 300 EUR.'],
      ['Please pay within 14 days.', 'The deadline is the end of the month.', 'Payment is due in 7 days.'],
      ['If you prefer, pay in bitcoin to {wallet}.', 'By bank transfer, or in BTC at the rate of the day: {wallet}'],
      ['Thank you for working with us.', 'With kind regards, the bookkeeping'],
    ],
  },
  'webcam-shop': {
    subject: ['Your new webcam', 'Spring sale: cameras', 'How do you like your camera?'],
    lines: [
      ['The webcam you ordered was sent today.', 'Our new webcam records video in 4K.', 'Two cameras for the price of one.'],
      ['It films you sharply even in a dark room.', 'A cover slides over the lens when you are alone.', 'The microphone records every whisper.'],
      ['The offer ends in 48 hours.', 'You have 30 days to send it back.'],
    ],
  },
  advisory: {
    subject: ['CVE-2026-20117: routers', 'Security advisory 14', 'Firmware update available'],
    lines: [
      [
        'A hole in the router allows remote code execution.',
        'An attacker in the network can gain full access to the device.',
        'Malware may be installed without the user noticing.',
      ],
      ['Affected are all versions before 4.2.', 'We rate it as high.'],
      ['Install the update and change the administrator password.', 'There is no workaround; please update.'],
    ],
  },
  recovery: {
    subject: ['We get your coins back', 'Lost money to a scam?', 'Your case is open'],
    lines: [
      [
        'Have you been blackmailed or lost bitcoin to a scammer? Our experts recover it.',
        'Our certified hackers trace every stolen coin and take your video off the net.',
      ],
      ['We have a success rate of 98 percent.', 'Thousands of victims have their money back.'],
      ['A small fee of 250 dollars opens your case.', 'You pay only the processing fee, in advance, to {wallet}.'],
      ['Write to our agent on WhatsApp today.', 'Act now, before the trail goes cold.'],
    ],
  },
  'pen-test': {
    subject: ['Report of the penetration test', 'Findings of week 21', 'Red team: summary'],
    lines: [
      ['We gained access to the mail server through an outdated plugin.', 'Our phishing mail was opened by 14 of 60 people, and nine typed their password.'],
      ['With that we had full access to two workstations, their cameras included.', 'We could copy the address book and the shared files.'],
      ['Nothing was changed or kept; all copies were destroyed on Friday.', 'Please change the passwords named in annex B within 48 hours.'],
    ],
  },
};

const DE: Readonly<Record<Told, Wording>> = {
  newsletter: {
    subject: ['Unsere Woche', 'Sicherheit im Mai', 'Gelesen und empfohlen'],
    lines: [
      ['Der Bitcoin stieg diese Woche um vier Prozent.', 'Die Gebühren im Netz sind wieder gefallen.'],
      ['Fachleute beschrieben Schadsoftware, die den Bildschirm aufzeichnet.', 'Ein Hersteller von Kameras hat eine Lücke geschlossen.'],
      [
        'Die Polizei warnt vor Mails, die behaupten, Sie gefilmt zu haben; es gibt keinen Film.',
        'Unser Ratgeber zu sicheren Passwörtern hat ein neues Kapitel.',
      ],
      ['Sie erhalten diesen Brief, weil Sie ihn bestellt haben. Abmelden können Sie sich jederzeit.', 'Kein Interesse mehr? Hier abmelden.'],
    ],
  },
  exchange: {
    subject: ['Ihre Auszahlung ist unterwegs', 'Eingang gebucht', 'Neue Adresse hinzugefügt'],
    lines: [
      ['Sie haben 0,0213 BTC an {wallet} gesendet.', 'Ihre Auszahlung an {wallet} wurde bestätigt.'],
      ['Es fehlen noch zwei Bestätigungen im Netz.', 'Neue Adressen sind nach 24 Stunden nutzbar.'],
      ['Waren Sie das nicht? Sperren Sie Ihr Konto in der App und ändern Sie Ihr Passwort.', 'Bei Fragen hilft der Kundendienst.'],
    ],
  },
  invoice: {
    subject: ['Rechnung 2026-0114', 'Ihre Bestellung vom 12. Mai', 'Erinnerung: Rechnung 88'],
    lines: [
      ['Für die Übersetzung des Faltblatts berechnen wir 640 Euro.', 'Die Miete des Saals betrug 300 Euro.'],
      ['Bitte zahlen Sie innerhalb von 14 Tagen.', 'Die Frist ist das Ende des Monats.'],
      ['Auf Wunsch auch in Bitcoin an {wallet}.', 'Per Überweisung oder in BTC zum Tageskurs: {wallet}'],
      ['Vielen Dank für die Zusammenarbeit.', 'Mit freundlichen Grüßen, die Buchhaltung'],
    ],
  },
  'webcam-shop': {
    subject: ['Ihre neue Webcam', 'Frühlingsangebot: Kameras', 'Wie gefällt Ihnen die Kamera?'],
    lines: [
      ['Die bestellte Webcam ist heute verschickt worden.', 'Unsere neue Webcam nimmt Videos in 4K auf.'],
      ['Sie filmt Sie auch im Dunkeln scharf.', 'Eine Klappe verdeckt die Linse, wenn Sie allein sein wollen.'],
      ['Das Angebot endet in 48 Stunden.', 'Sie können sie 30 Tage lang zurückschicken.'],
    ],
  },
  advisory: {
    subject: ['CVE-2026-20117: Router', 'Sicherheitshinweis 14', 'Neue Firmware verfügbar'],
    lines: [
      ['Eine Lücke im Router erlaubt es, aus der Ferne Programme auszuführen.', 'Angreifer im Netz können vollen Zugriff auf das Gerät erlangen.'],
      ['Betroffen sind alle Fassungen vor 4.2.', 'Wir stufen sie als hoch ein.'],
      ['Bitte spielen Sie die Aktualisierung ein und ändern Sie das Passwort.', 'Eine Umgehung gibt es nicht.'],
    ],
  },
  recovery: {
    subject: ['Wir holen Ihr Geld zurück', 'Auf Betrüger hereingefallen?', 'Ihr Fall ist eröffnet'],
    lines: [
      ['Wurden Sie erpresst oder haben Sie Bitcoin verloren? Unsere Experten holen sie zurück.', 'Unsere Fachleute löschen Ihr Video aus dem Netz.'],
      ['Unsere Erfolgsquote liegt bei 98 Prozent.', 'Tausende Opfer haben ihr Geld wieder.'],
      ['Eine Gebühr von 250 Euro eröffnet Ihren Fall.', 'Sie zahlen nur die Bearbeitung im Voraus, an {wallet}.'],
      ['Schreiben Sie uns heute auf WhatsApp.', 'Handeln Sie, bevor die Spur kalt wird.'],
    ],
  },
  'pen-test': {
    subject: ['Bericht zum Penetrationstest', 'Ergebnisse der Woche 21', 'Zusammenfassung der Übung'],
    lines: [
      ['Über eine veraltete Erweiterung erhielten wir Zugang zum Mailserver.', 'Unsere Übungsmail öffneten 14 von 60 Personen, neun gaben ihr Passwort ein.'],
      ['Damit hatten wir vollen Zugriff auf zwei Rechner samt Kamera.', 'Wir konnten das Adressbuch und die gemeinsamen Dateien kopieren.'],
      ['Nichts wurde verändert oder behalten, alle Kopien sind vernichtet.', 'Bitte ändern Sie die Passwörter aus Anlage B binnen 48 Stunden.'],
    ],
  },
};

const JA: Readonly<Record<Told, Wording>> = {
  newsletter: {
    subject: ['今週の暗号資産', '5月のセキュリティ便り', '今週読んだもの'],
    lines: [
      ['ビットコインは今週4パーセント上がりました。', 'ネットワークの手数料はまた下がりました。'],
      ['画面を録画するマルウェアについて、研究者が報告しました。', 'カメラのメーカーが、ファームウェアの穴をふさぎました。'],
      ['「あなたを録画した」というメールに警察が注意を呼びかけています。動画はありません。', '安全なパスワードの手引きに新しい章が加わりました。'],
      ['このメールは、お申し込みの方にお送りしています。配信停止はいつでもできます。', '配信停止はこちらから。'],
    ],
  },
  exchange: {
    subject: ['出金手続きのお知らせ', '入金を確認しました', '新しいアドレスの登録'],
    lines: [
      ['0.0213 BTC を {wallet} へ送金する手続きを受け付けました。', '{wallet} への出金が完了しました。'],
      ['あと2回の承認が必要です。', '新しいアドレスは24時間後から使えます。'],
      ['お心当たりがない場合は、アプリで口座を停止し、パスワードを変更してください。', 'ご不明な点はサポートまでお問い合わせください。'],
    ],
  },
  invoice: {
    subject: ['請求書 2026-0114', '5月12日のご注文について', 'お支払いの確認'],
    lines: [
      ['パンフレットの翻訳料として6万4千円をご請求いたします。', '会場の使用料は3万円です。'],
      ['14日以内にお支払いください。', 'お支払期限は月末です。'],
      ['ご希望でしたらビットコインでもお支払いいただけます。{wallet}', '銀行振込、または当日のレートで BTC: {wallet}'],
      ['今後ともよろしくお願いいたします。', '経理担当'],
    ],
  },
  'webcam-shop': {
    subject: ['新しいウェブカメラ', '春のカメラセール', 'カメラの使い心地はいかがですか'],
    lines: [
      ['ご注文のウェブカメラを本日発送しました。', '新しいウェブカメラは4Kで録画できます。'],
      ['暗い部屋でもはっきり映ります。', '一人でいたいときは、カバーでレンズを隠せます。'],
      ['この割引は48時間で終わります。', '30日以内なら返品できます。'],
    ],
  },
  advisory: {
    subject: ['CVE-2026-20117: ルーター', 'セキュリティ情報 14', 'ファームウェア更新のお知らせ'],
    lines: [
      ['ルーターに、遠くからプログラムを実行できる脆弱性が見つかりました。', '攻撃者が端末を完全に操作できる可能性があります。'],
      ['4.2より前のすべての版が対象です。', '深刻度は「高」です。'],
      ['更新を適用し、管理者のパスワードを変更してください。', '回避策はありません。更新してください。'],
    ],
  },
  recovery: {
    subject: ['失ったお金を取り戻します', '詐欺の被害に遭われた方へ', 'ご相談の受付'],
    lines: [
      ['脅された方、ビットコインをだまし取られた方へ。専門家が取り戻します。', '当社の技術者が動画をインターネットから消します。'],
      ['成功率は98パーセントです。', '数千人の方が返金を受けています。'],
      ['着手金は2万5千円です。', '手数料を先に {wallet} へお支払いください。'],
      ['今日中にLINEでご連絡ください。', '手がかりが消える前にお急ぎください。'],
    ],
  },
  'pen-test': {
    subject: ['侵入テストの報告', '第21週の結果', '演習のまとめ'],
    lines: [
      ['古い拡張機能を通じてメールサーバーに入ることができました。', '訓練メールを60人中14人が開き、9人がパスワードを入力しました。'],
      ['その結果、カメラを含む2台の端末を操作できました。', '連絡先と共有ファイルをコピーできる状態でした。'],
      ['変更や保存はしておらず、写しはすべて破棄しました。', '付録Bのパスワードを48時間以内に変更してください。'],
    ],
  },
};

/** Words of our own, tame; other languages draw on what their files hold. */
export const WORDINGS: Readonly<Record<string, Readonly<Record<Told, Wording>>>> = { en: EN, de: DE, ja: JA };
