import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkSteps, typeProjects } from '../../../../scripts/check/check-steps.mjs';

const root = join(import.meta.dirname, '../../../..');

it('typeProjects finds the projects and leaves their base out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-projects-'));
  for (const name of [
    'tsconfig.json',
    'tsconfig.base.json',
    'tsconfig.renderer.json',
    'tsconfig.anywhere.json',
  ]) {
    writeFileSync(join(folder, name), '{}');
  }
  expect(typeProjects(folder)).toEqual(['anywhere', 'renderer']);
  rmSync(folder, { recursive: true });
});

it('checkSteps has every kind of check, and no name twice', () => {
  const names = checkSteps(root).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'types: anywhere',
      'types: renderer',
      'lint',
      'rules',
      'layers',
      'unused',
      'mirror',
      'self-test',
      'unit tests',
    ]),
  );
  expect(new Set(names).size).toBe(names.length);
});
