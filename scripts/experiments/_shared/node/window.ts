/** Says between which moments was measured, for whoever watches the program from outside. In ms since 1970. */
export function printWindow(began: number, ended: number): void {
  const monotonic = Number(process.hrtime.bigint()) / 1e6 - (performance.timeOrigin + performance.now());
  console.log(`window ${(began + monotonic).toFixed(3)} ${(ended + monotonic).toFixed(3)}`);
}
