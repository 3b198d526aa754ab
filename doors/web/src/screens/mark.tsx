/** A small sign beside the sentence, for whoever does not see colours: a closed envelope, an open hand's circle, a question. */
export function Mark({ tone }: { readonly tone: 'steady' | 'careful' | 'open' }) {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      {tone === 'steady' && (
        <>
          <rect x="4" y="9" width="32" height="22" rx="3" />
          <path d="M5.5 11.5 20 22l14.5-10.5" />
        </>
      )}
      {tone === 'careful' && (
        <>
          <path d="M20 5 35 11v9c0 8-6 13-15 16C11 33 5 28 5 20v-9z" />
          <path d="M20 14v9M20 28v.5" />
        </>
      )}
      {tone === 'open' && (
        <>
          <circle cx="20" cy="20" r="15" />
          <path d="M15.7 15.8a4.4 4.4 0 1 1 6.6 3.8c-1.5 .9 -2.3 1.7 -2.3 3.4M20 28v.5" />
        </>
      )}
    </svg>
  );
}
