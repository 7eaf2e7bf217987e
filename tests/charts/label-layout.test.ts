import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightOf, spreadLabels, wrapCaption, wrapLabel } from '../../src/charts/label-layout.ts';

test('names break between words and after hyphens', () => {
  expect(wrapLabel('thread')).toEqual(['thread']);
  expect(wrapLabel("process, the runtime's default")).toEqual(['process, the', "runtime's", 'default']);
  expect(wrapLabel('fork, structured-clone messages')).toEqual(['fork,', 'structured-', 'clone', 'messages']);
});

test('no word is lost in breaking', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1 }), (words) => {
      expect(wrapCaption(words.join(' ')).join(' ')).toBe(words.join(' '));
    }),
  );
});

test('labels that fit are in their order, inside and apart', () => {
  const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(places, (ys) => {
      const labels = ys.map((y) => ({ y, lines: ['name'] }));
      const placed = spreadLabels(labels, 0, 300);
      const half = heightOf([{ lines: ['name'] }]) / 2;
      for (const [index, { y }] of placed.entries()) {
        expect(y - half).toBeGreaterThanOrEqual(-1e-9);
        expect(y + half).toBeLessThanOrEqual(300 + 1e-9);
        const above = placed[index - 1];
        if (above) expect(y - above.y).toBeGreaterThanOrEqual(2 * half - 1e-9);
      }
    }),
  );
});

test('a label alone stays where its line ends', () => {
  expect(spreadLabels([{ y: 120, lines: ['thread'] }], 0, 300)).toEqual([{ y: 120, lines: ['thread'] }]);
});
