/** Where the build puts the compiled knowledge and the languages, beside the program. */
export const SHELF = new URL('./shelf/', import.meta.url);
export const LANGUAGES = new URL('../../../languages/', import.meta.url);
/** Where the build puts the page. */
export const SITE = new URL('../../web/dist/site/', import.meta.url);
