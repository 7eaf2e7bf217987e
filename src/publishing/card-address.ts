/** Pixels, as Open Graph has it for wide pictures. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** Where a page's picture lies, from the site's root. @param id of a page in the collection: `claims/gil`, `index` */
export const cardPath = (id: string) => `/social/${id}.png`;
