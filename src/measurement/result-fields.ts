/** The kinds of value in a results file, each with its bounds. */
import { z } from 'zod';
import { showControls } from './show-controls.ts';

export const name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9.+_-]*$/, 'letters, digits, dot, dash and underscore');
/** Texts from programs and machines are shown on pages and terminals: no control characters. */
export const text = z.string().max(2000).overwrite(showControls);
export const log = z.string().max(8000).overwrite(showControls);
/** From the project's root, and inside it. */
export const projectFile = z
  .string()
  .max(200)
  .regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[\w@./+ -]+$/, 'a path inside the project');
export const duration = z.number().nonnegative();
export const count = z.number().int().nonnegative();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');
export const timestamp = z.iso.datetime();
