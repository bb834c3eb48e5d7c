import { expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

it('knows the agents and the models of a data folder, and the nearest of each', async () => {
  const { api } = await openCore();
  const text = 'mode: debate\ntopic: x\nagents: [Athena@1.0.0, Apolo]\nmodel: stub/debatr\n';
  const { ok, problems } = await api['specifications.check']({ text, file: 'x.yaml' });
  expect(ok).toBe(false);
  expect(problems.map((problem) => problem.nearest)).toEqual(
    expect.arrayContaining(['Apollo', 'stub/debater']),
  );
});
