import type { Bubble, Mail } from '../../model.js';
import type { Conversation, Piece } from './conversation.js';

/**
 * A chat that sight saw in a picture. On the right stands the one whose phone it is: the reader, where the picture is all that was
 * given. A picture in a mail may show the sender's phone, or none at all, so that its sides are two people and no more.
 */
export function inBubbles(text: string, bubbles: readonly Bubble[], form: Mail['form']): Conversation {
  const pieces: Piece[] = [];
  let at = 0;
  const words = (end: number): void => {
    if (text.slice(at, end).trim() !== '') pieces.push({ kind: 'words', text: text.slice(at, end).trim() });
  };
  for (const { start, end, side } of bubbles) {
    // Sight is another program: what it says of its own text is not taken for granted.
    if (start < at || end <= start) continue;
    words(start);
    const known = form === 'text' ? { name: '', side: side === 'right' ? ('reader' as const) : ('other' as const) } : { name: side };
    pieces.push({ kind: 'message', time: null, text: text.slice(start, end), ...known });
    at = end;
  }
  words(text.length);
  return { pieces, other: null, named: 'by-program' };
}
