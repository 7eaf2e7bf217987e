import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { CardContent } from '../../src/publishing/card-content.ts';
import { drawCard } from '../../src/publishing/social-card.ts';

const content: CardContent = {
  eyebrow: 'claim',
  title: 'Start-up',
  text: 'Processes start more slowly than threads.',
  answers: [
    {
      runtime: 'C',
      kind: 'confirmed',
      word: 'confirmed',
      sentence: 'It took 2 × as long.',
      machine: 'a machine, today',
    },
    { runtime: 'CPython', kind: 'not-measured', word: 'stale', sentence: 'a.py has changed.' },
  ],
};

test('a picture has the size that its page states, and the same content gives the same bytes', async () => {
  const first = await drawCard(content);
  expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(Buffer.from(await drawCard(content)).equals(first)).toBe(true);
});

test('another verdict is another picture', async () => {
  const [answer] = content.answers;
  const other = {
    ...content,
    answers: answer ? [{ ...answer, word: 'contradicted', kind: 'contradicted' as const }] : [],
  };
  expect(Buffer.from(await drawCard(other)).equals(await drawCard(content))).toBe(false);
});

test.each(['<script>alert(1)</script>', '\u202Eesrever', 'x'.repeat(5000), '', '中文 λ ≥'])(
  'text that nobody expected is drawn as text: %.20s',
  async (text) => {
    const picture = await drawCard({ ...content, title: text, text });
    expect((await sharp(picture).metadata()).width).toBe(1200);
  },
);
