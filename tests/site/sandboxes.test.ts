/** What a reader takes away to run: the form for StackBlitz, the zip, and the command beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bakedSandboxes } from '../baked-sandboxes.ts';
import { readPages, site } from './built-site.ts';

const sandboxes = bakedSandboxes();
const pages = new Map(readPages().map(({ path, document }) => [path, document]));

/** Kinds of page on which there is always something to take away and run. */
const WITH_SANDBOX = ['claims', 'start', 'concepts', 'choose'];
const pagesWithSandbox = [...pages.keys()].filter((path) => WITH_SANDBOX.includes(path.split('/')[1] ?? ''));

test('claim pages, tutorials, concept pages and guides are there to look at', () => {
  const kinds = new Set(pagesWithSandbox.map((path) => path.split('/')[1]));
  expect([...kinds].sort()).toEqual([...WITH_SANDBOX].sort());
});

test.each(pagesWithSandbox)('%s has a zip, its command and, for Node.js, a form and the truth about it', (path) => {
  const section = pages.get(path)?.querySelector('section.sandbox');
  const experiment = section?.getAttribute('data-experiment') ?? '';
  expect([...sandboxes.keys()], 'its sandbox').toContain(experiment);
  expect(section?.querySelector('a[download]')?.getAttribute('href')).toBe(`/sandbox/${experiment}.zip`);
  const command = section?.querySelector('pre code')?.textContent ?? '';
  const files = Object.keys(sandboxes.get(experiment) ?? {});
  const form = section?.querySelector('form[method="post"][target="_blank"]');
  if (files.some((file) => file.endsWith('.mjs'))) {
    expect(command).toBe(`cd ${experiment} && npm start`);
    expect(form?.getAttribute('action')).toMatch(/^https:\/\/stackblitz\.com\/run\?/);
    expect(section?.querySelector('.truth')?.textContent).toContain('don’t compare its numbers');
  } else {
    expect(files.map((file) => `cd ${experiment} && python3 ${file}`)).toContain(command);
    expect(form).toBeNull();
  }
});

describe.each([...sandboxes])('the sandbox of %s', (experiment, files) => {
  test('is zipped byte for byte, and nothing else with it', () => {
    const zip = readFileSync(join(site, 'sandbox', `${experiment}.zip`));
    const unzipped = Object.entries(unzipSync(zip)).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString('latin1'),
    ]);
    const baked = Object.entries(files).map(([path, text]) => [
      `${experiment}/${path}`,
      Buffer.from(text).toString('latin1'),
    ]);
    expect(Object.fromEntries(unzipped)).toEqual(Object.fromEntries(baked));
  });

  // An experiment whose page is not written yet has its sandbox already.
  const page = pages.get(`/claims/${experiment}/`) ?? pages.get(`/${experiment.replace('-', '/')}/`);
  test.runIf(page && Object.keys(files).some((file) => file.endsWith('.mjs')))(
    'is in the form of its page, file by file',
    () => {
      const fields = [...(page?.querySelectorAll('section.sandbox form input') ?? [])].map((field) => [
        field.getAttribute('name') ?? '',
        field.getAttribute('value') ?? '',
      ]);
      const asked = Object.fromEntries(fields);
      expect(asked['project[template]']).toBe('node');
      const sent = fields.flatMap(([name = '', value]) => {
        const path = /^project\[files\]\[(.+)\]$/.exec(name)?.[1];
        return path ? [[path, value]] : [];
      });
      expect(Object.fromEntries(sent)).toEqual(files);
    },
  );
});
