import { encodedWords, html, mailOf } from './mail.js';
import type { BluffLetter, Disguise } from './model.js';
import { proseOf } from './prose.js';

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/\n/g, ' ');

function beside(hidden: (letter: BluffLetter) => string): Disguise['apply'] {
  return (letter, random) =>
    mailOf(
      encodedWords('Newsletter'),
      html(`<html><head><title>Newsletter</title></head><body><p>${proseOf(letter.language, 300, random)}</p>${hidden(letter)}</body></html>`),
    );
}

/** Places where no person sees a letter: nobody has been threatened, so none of them may be called a bluff. */
export const UNSEEN: readonly Disguise[] = [
  { id: 'unseen-attributes', why: 'in attributes', apply: beside((l) => `<p data-note="${attribute(l.text)}" id="${attribute(l.subject)}">.</p>`) },
  { id: 'unseen-comment', why: 'in a comment', apply: beside((l) => `<!-- ${l.text.replace(/--/g, '')} -->`) },
  { id: 'unseen-display', why: 'in a hidden box', apply: beside((l) => `<div style="display:none">${l.text}</div>`) },
  {
    id: 'unseen-script',
    why: 'in a script and a style sheet',
    apply: beside((l) => `<script>var t = ${JSON.stringify(l.text)};</script><style>/* ${l.text} */</style>`),
  },
  { id: 'unseen-template', why: 'in a template', apply: beside((l) => `<template><p>${l.text}</p></template>`) },
];
