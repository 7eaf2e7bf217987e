/** The pictures there are. Apart from their drawing, so that names in pages are checked without loading it. */
export const chartKinds = ['paired', 'curve', 'bars', 'stack'] as const;
export type ChartKind = (typeof chartKinds)[number];
