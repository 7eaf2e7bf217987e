/** The sections of the site in the order of the sidebar: each a folder of pages. */
export const SECTIONS = [
  { folder: 'start', label: 'Start' },
  { folder: 'concepts', label: 'Concepts' },
  { folder: 'claims', label: 'Claims' },
  { folder: 'choose', label: 'Choose' },
  { folder: 'reference', label: 'Reference' },
  { folder: 'method', label: 'Method' },
] as const;
