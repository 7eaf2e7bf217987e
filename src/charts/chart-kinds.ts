/** The kinds of chart. In a file of their own, so that names in pages are checked without loading the drawing code. */
export const chartKinds = ['paired', 'curve', 'bars', 'stack'] as const;
export type ChartKind = (typeof chartKinds)[number];
