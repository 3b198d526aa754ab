// A letter of ours, for nobody: read a few times while nothing else is to be done, so that the first letter of a reader meets an engine
// whose code is compiled. Cold, a letter of 20 KB takes some ten times as long as warm.
const LETTER = `Hello. I am a professional hacker and I have hacked your device some months ago. I installed a trojan and I see all that you do.
I filmed you by your webcam while you were on a page for adults. I have all your contacts, your mails and your passwords.
Send 900 USD in bitcoin to my wallet within 48 hours, or I will send the video to your family, friends and colleagues.
Do not contact the police and do not answer this mail. The timer has started when you opened this letter.

あなたのデバイスはハッキングされました。ウイルスを仕込み、あなたのカメラで動画を撮影しました。
あなたの連絡先、メール、パスワードをすべて持っています。48時間以内に900ドルをビットコインで送金してください。
支払わない場合は、動画を家族や友人、同僚に送ります。警察に連絡しても無駄です。

`;

/** So many letters (UTF-16 units) of it. */
export function warmLetter(units: number): Uint8Array {
  return new TextEncoder().encode(LETTER.repeat(Math.ceil(units / LETTER.length)).slice(0, units));
}
