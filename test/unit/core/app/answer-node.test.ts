import { describe, expect, it } from 'vitest';
import { answerInputs, openQuestions, skipNodeInputs } from '../../../../core/app/answer-node.ts';
import { type RunEvent, sessionId } from '../../../../core/contract/index.ts';
import type { SessionState } from '../../../../core/orchestration/index.ts';

const id = sessionId.parse('5e551000-0000-4000-8000-000000000001');
const log = (...events: readonly (readonly [RunEvent['type'], object])[]) => ({
  read: async function* () {
    yield events.map(([type, data]) => ({ type, data }) as unknown as RunEvent);
  },
});
const proposed = (node: string, revision: number, auto = false) =>
  ['plan-proposed', { node, revision, auto }] as const;

describe('questions of nodes', () => {
  it('are open until they are answered or their node ends', async () => {
    const questions = await openQuestions(
      log(
        ['approval-requested', { node: 'a' }],
        ['approval-requested', { node: 'b' }],
        ['approval-requested', { node: 'c' }],
        ['approval-answered', { node: 'b' }],
        ['node-ended', { node: 'c' }],
        proposed('p', 1),
        ['plan-answered', { node: 'p', revision: 1 }],
        proposed('p', 2),
        proposed('q', 1, true),
      ),
      id,
    );
    expect([...questions]).toEqual([
      ['a', { kind: 'approval' }],
      ['p', { kind: 'plan', revision: 2 }],
    ]);
  });
});

describe('answerInputs', () => {
  const questions = new Map([
    ['a', { kind: 'approval' } as const],
    ['p', { kind: 'plan', revision: 2 } as const],
  ]);

  it('answers an approval with what is handed on, and a plan in the revision that was shown', () => {
    expect(answerInputs(id, questions, { node: 'a', approved: true, output: 'mine' }, 'user')).toEqual([
      {
        type: 'approval-answered',
        data: { by: 'user', node: 'a', approved: true, note: '', output: 'mine' },
      },
    ]);
    const graph = { nodes: [] };
    expect(answerInputs(id, questions, { node: 'p', approved: false, note: 'no', graph }, 'user')).toEqual([
      {
        type: 'plan-answered',
        data: { by: 'user', node: 'p', revision: 2, approved: false, note: 'no', graph },
      },
    ]);
  });

  it('refuses a node that did not ask, with those that do', () => {
    expect(() => answerInputs(id, questions, { node: 'quite another', approved: true }, 'user')).toThrow(
      expect.objectContaining({ code: 'session/wrong-state', remedy: expect.stringContaining('a, p') }),
    );
    expect(() => answerInputs(id, new Map(), { node: 'x', approved: true }, 'user')).toThrow(
      expect.objectContaining({ remedy: 'No node of it waits for a person.' }),
    );
  });
});

describe('skipNodeInputs', () => {
  const state = (standing: string | null, kind = 'running') =>
    ({ sessionId: id, phase: { kind }, protocol: { standingOf: () => standing } }) as unknown as SessionState;

  it('skips what has not ended', () => {
    for (const standing of ['waiting', 'running', 'awaiting']) {
      expect(skipNodeInputs(state(standing), 'a', 'user')).toEqual([
        { type: 'node-skipped', data: { by: 'user', node: 'a' } },
      ]);
    }
  });

  it.each([
    [state('ended'), /ended already/],
    [state(null), /no node "a"/],
    [state('running', 'ended'), /has ended/],
  ])('refuses the rest', (of, message) => {
    expect(() => skipNodeInputs(of, 'a', 'user')).toThrow(message);
  });
});
