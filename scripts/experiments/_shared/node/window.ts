/** Says between which moments was measured, for whoever watches the program from outside. Both as `now` of clock.mjs gives them. */
export function printWindow(began: number, ended: number): void {
  console.log(`window ${began.toFixed(3)} ${ended.toFixed(3)}`);
}
