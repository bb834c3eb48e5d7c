import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mode, sessionSpecification } from '../../../core/contract/index.ts';

const samples = readdirSync('scenarios')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    file,
    specification: sessionSpecification.parse(parse(readFileSync(`scenarios/${file}`, 'utf8'))),
  }));
const shipped = readdirSync('resources/agents').map((file) => file.slice(0, -'.yaml'.length));

describe('sample sessions', () => {
  it('show every mode and every strategy', () => {
    const modes = samples.map(({ specification }) => specification.mode);
    expect(modes).toEqual(expect.arrayContaining([...mode.options]));
    const strategies = samples.map(({ specification }) => specification.strategy);
    expect(strategies).toEqual(expect.arrayContaining(['round_robin', 'parallel', 'moderated', 'random']));
  });

  it('have names of their own', () => {
    const names = samples.map(({ specification }) => specification.name);
    expect(new Set(names).size).toBe(samples.length);
    expect(names).not.toContain(undefined);
  });

  it.each(samples)('$file names shipped agents only', ({ specification }) => {
    const { agents, moderator, judge, synthesizer } = specification;
    for (const reference of [...agents, moderator, judge, synthesizer]) {
      if (reference !== undefined) expect(shipped).toContain(reference.split('@')[0]?.toLowerCase());
    }
  });

  it('hold the specification that the README and the docs begin with', () => {
    expect(samples.find(({ file }) => file === 'resilient-edge.yaml')?.specification).toMatchObject({
      name: 'resilient_edge',
      mode: 'debate',
      topic: 'Designing a resilient edge network',
      agents: ['Athena@1.0.0', 'Apollo'],
      strategy: 'round_robin',
      max_rounds: 6,
      convergence: { methods: ['lexical', 'stagnation'], threshold: 0.82 },
      model: 'stub/debater',
      max_output_tokens: 800,
      budget: { tokens: 200_000, seconds: 600 },
      seed: 7,
      metadata: { project: 'edgeX' },
    });
  });
});
