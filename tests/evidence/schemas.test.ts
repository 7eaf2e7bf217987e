import { expect, test } from 'vitest';
import { bibliographySchema } from '../../src/evidence/schemas.ts';

const work = { id: 'work', title: 'A work', author: 'Somebody', year: 2026 };

test.each([
  ['https://site.test/', true],
  ['http://site.test/', true],
  ['javascript:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
])('a source at %s is a link: %s', (url, taken) => {
  expect(bibliographySchema.safeParse([{ ...work, url }]).success).toBe(taken);
});
