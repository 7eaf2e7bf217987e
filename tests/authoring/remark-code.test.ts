import type { InlineCode, Root } from 'mdast';
import { expect, it } from 'vitest';
import { remarkCode } from '../../src/authoring/remark-code.ts';

const code = (value: string): InlineCode => ({ type: 'inlineCode', value });

/** What the name is in the page, with `|` where it may break, and what stays whole in brackets. */
function inCell(value: string): string {
  const node = code(value);
  remarkCode()({
    type: 'root',
    children: [
      { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [node] }] }] },
    ],
  } satisfies Root);
  const data: object = node.data ?? {};
  const pieces: unknown = 'hChildren' in data ? data.hChildren : undefined;
  if (!Array.isArray(pieces)) throw new Error('expected the pieces of the name');
  return pieces
    .map(({ value, tagName, children }: { value?: string; tagName?: string; children?: { value: string }[] }) =>
      tagName === 'span' ? `[${children?.map((child) => child.value).join('')}]` : (value ?? '|'),
    )
    .join('');
}

it.each([
  ['ThreadPoolExecutor', 'Thread|Pool|Executor'],
  ['os.process_cpu_count()', 'os.|process_|cpu_|count()'],
  ['/sys/fs/cgroup/cpu.max', '/sys/|fs/|cgroup/|cpu.|max'],
  ['max_workers=20', 'max_|workers=|20'],
  ['--pids-limit', '[--pids-limit]'],
  ['docker run --ipc=host', 'docker run [--ipc]=|host'],
  ['ps -L -p PID', 'ps [-L] [-p] PID'],
  ['--timeout-worker-healthcheck', '--timeout-worker-healthcheck'],
])('in a cell, %s breaks between its words', (value, shown) => {
  expect(inCell(value)).toBe(shown);
});

it('in a sentence code keeps its line as it is', () => {
  const node = code('ThreadPoolExecutor');
  remarkCode()({ type: 'root', children: [{ type: 'paragraph', children: [node] }] } satisfies Root);
  expect(node.data).toEqual({ hProperties: { translate: 'no' } });
});
