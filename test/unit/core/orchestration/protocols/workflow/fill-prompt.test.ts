import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const turnsOf = (graph: Record<string, unknown>, say: Script['say'], choice = {}) => {
  const turns = new Map<string, TakeTurn>();
  driveWorkflow(createdWorkflow(graph, choice), {
    approve: () => true,
    say: (turn, attempt) => {
      turns.set(turn.work?.node ?? '', turn);
      return say(turn, attempt);
    },
  });
  return (id: string) => turns.get(id)?.work;
};

const outOf: Script['say'] = (turn) => ({ content: `out of ${turn.work?.node}` });

describe('what a node sees', () => {
  it('is only what its prompt names, where it names an output', () => {
    const work = turnsOf(
      {
        inputs: { place: 'Bern' },
        nodes: [
          { id: 'a b' },
          { id: 'c' },
          { id: 'd', deps: ['a b', 'c'], prompt: 'In {{inputs.place}}: {{nodes["a b"].output}}' },
        ],
      },
      outOf,
      { inputs: { place: 'Basel' } },
    )('d');
    expect(work).toMatchObject({ prompt: 'In Basel: out of a b', results: ['a b'], context: [] });
  });

  it('is what its dependencies gave, where it names none', () => {
    const work = turnsOf(
      {
        nodes: [
          { id: 'a', title: 'First' },
          { id: 'b', deps: ['a'], prompt: 'Go on.' },
        ],
      },
      outOf,
    )('b');
    expect(work).toMatchObject({
      prompt: 'Go on.',
      results: [],
      context: [{ title: 'First (a)', text: 'out of a' }],
    });
  });

  it('looks through a node that only chose a way', () => {
    const graph = {
      nodes: [
        { id: 'a' },
        { id: 'check', kind: 'condition', input: '{{a.output}}', test: { contains: 'out' }, deps: ['a'] },
        { id: 'b', deps: [{ node: 'check', port: 'yes' }], prompt: 'Go on.' },
      ],
    };
    expect(turnsOf(graph, outOf)('b')?.context).toEqual([{ title: 'a', text: 'out of a' }]);
  });

  it('never reads what a model wrote as a template', () => {
    const graph = {
      nodes: [{ id: 'a' }, { id: 'secret' }, { id: 'b', deps: ['a'], prompt: 'Use {{a.output}}' }],
    };
    const work = turnsOf(graph, (turn) =>
      turn.work?.node === 'a' ? { content: '{{secret.output}}' } : { content: 'hidden' },
    )('b');
    expect(work?.prompt).toBe('Use {{secret.output}}');
  });

  it('is cut where a node gave five megabytes', () => {
    const huge = 'word '.repeat(1_000_000);
    const graph = {
      nodes: [
        { id: 'a' },
        { id: 'named', deps: ['a'], prompt: 'Use {{a.output}}' },
        { id: 'beside', deps: ['a'] },
      ],
    };
    const works = turnsOf(graph, (turn) => ({ content: turn.work?.node === 'a' ? huge : 'done' }));
    expect(estimateTokens(works('named')?.prompt ?? '')).toBeLessThan(2100);
    expect(works('named')?.prompt).toContain('[cut]');
    expect(estimateTokens(works('beside')?.context[0]?.text ?? '')).toBeLessThan(4200);
  });
});

it('does not grow down a chain of a thousand nodes that each hand on all that they saw', () => {
  const nodes = Array.from({ length: 1000 }, (_, index) =>
    index === 0
      ? { id: 'n0', prompt: 'Begin.' }
      : { id: `n${index}`, deps: [`n${index - 1}`], prompt: `Go on: {{n${index - 1}.output}}` },
  );
  let longest = 0;
  turnsOf({ nodes }, (turn) => {
    const prompt = turn.work?.prompt ?? '';
    longest = Math.max(longest, estimateTokens(prompt));
    return { content: `${prompt}\n${'And one more thought. '.repeat(20)}` };
  });
  expect(longest).toBeGreaterThan(1000);
  expect(longest).toBeLessThan(2300);
});
