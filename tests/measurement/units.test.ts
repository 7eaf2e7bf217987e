import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, formatInterval, formatRatio, formatValue } from '../../src/measurement/units.ts';

describe('a value with its unit', () => {
  it.each([
    [0.0934, 'ms', '0.093 ms'],
    [0.0013, 'ms', '1.3 µs'],
    [12.6, 'µs', '13 µs'],
    [1234, 'MiB', '1.2 GiB'],
    [512, 'MiB', '512 MiB'],
    [1023.9, 'KiB', '1.0 MiB'],
    [1500, 'ms', '1.5 s'],
    [123456, 's', '123,456 s'],
    [0.5, 'ns', '0.50 ns'],
    [0, 'ms', '0 ms'],
    [3, 'ms', '3.0 ms'],
    [3, 'count', '3'],
    [-0.0934, 'ms', '-0.093 ms'],
    [285824000, 'count', '285,824,000'],
    [2.5, 'count', '2.5'],
    [1536, 'MiB/s', '1.5 GiB/s'],
    [1234.5, '/s', '1,235 /s'],
    [1.066, 'ratio', '1.07 ×'],
  ] as const)('%d %s is shown as %s', (value, unit, shown) => {
    expect(formatValue(value, unit)).toBe(shown);
  });

  it('is within one part in twenty of what is shown, for any time', () => {
    const unit = fc.constantFrom('ns', 'µs', 'ms', 's');
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), unit, (value, written) => {
        const [number = '', shownUnit = ''] = formatValue(value, written).replaceAll(',', '').split(' ');
        const back = convert({ value: Number(number), unit: shownUnit }, written);
        expect(Math.abs((back ?? 0) / value - 1)).toBeLessThanOrEqual(0.05);
      }),
    );
  });
});

describe('a ratio', () => {
  it.each([
    [1.994, '1.99 ×'],
    [1.996, '2.0 ×'],
    [1.066, '1.07 ×'],
    [0.934, '0.93 ×'],
    [1, '1.00 ×'],
    [2.64, '2.6 ×'],
    [2, '2.0 ×'],
    [12.6, '13 ×'],
    [285.4, '285 ×'],
    [0.0132, '0.013 ×'],
  ])('%d is shown as %s', (ratio, shown) => {
    expect(formatRatio(ratio)).toBe(shown);
  });

  it('is shown with its interval', () => {
    expect(formatInterval({ lower: 1.234, upper: 12.3 })).toBe('1.23 to 12 ×');
  });
});

describe('conversion', () => {
  it('stays within a dimension', () => {
    expect(convert({ value: 1500, unit: 'µs' }, 'ms')).toBe(1.5);
    expect(convert({ value: 2, unit: 'MiB' }, 'KiB')).toBe(2048);
    expect(convert({ value: 2, unit: 'GiB/s' }, 'MiB/s')).toBe(2048);
    expect(convert({ value: 2, unit: 'MiB' }, 'ms')).toBeUndefined();
    expect(convert({ value: 2, unit: 'count' }, 'ratio')).toBeUndefined();
  });
});
