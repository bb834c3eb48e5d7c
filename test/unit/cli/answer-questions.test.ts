import { describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../cli/answer-questions.ts';
import type { Core } from '../../../core/app/index.ts';
import type { RunEvent, WatchMessage } from '../../../core/contract/index.ts';

const event = (type: string, data: object): WatchMessage =>
  ({ kind: 'event', event: { type, data } }) as unknown as WatchMessage;
const requested = (node: string) => event('approval-requested', { node, text: `About ${node}` });

const stand = (
  typed: readonly (string | undefined)[] | null,
  options: { readonly yes?: boolean; readonly before?: readonly WatchMessage[] } = {},
) => {
  const done: unknown[] = [];
  const left = [...(typed ?? [])];
  const said: string[] = [];
  const core = {
    api: {
      'sessions.approve': async (input: object) => done.push(input),
      'sessions.resume': async (input: object) => done.push(input),
    },
  } as unknown as Core;
  const answers = answerQuestions({
    core,
    id: 'x',
    yes: options.yes ?? false,
    terminal: {
      say: (text) => said.push(text),
      ...(typed && { ask: async () => left.shift() }),
    },
    before: (options.before ?? []).flatMap((one) => (one.kind === 'event' ? [one.event as RunEvent] : [])),
  });
  return { ...answers, done, said };
};

describe('answerQuestions', () => {
  it('approves whatever asks where that was said before', async () => {
    const { hear, done } = stand(null, { yes: true });
    await hear(requested('a'));
    await hear(event('plan-proposed', { node: 'p', auto: false, graph: { nodes: [] } }));
    await hear(event('plan-proposed', { node: 'q', auto: true, graph: { nodes: [] } }));
    await hear(event('session-paused', { reason: 'breakpoint', node: 'b' }));
    expect(done).toEqual([
      { id: 'x', node: 'a', approved: true, note: '' },
      { id: 'x', node: 'p', approved: true, note: '' },
      { id: 'x' },
    ]);
  });

  it('asks at a terminal, with the text, and why it is not approved', async () => {
    const { hear, done, said } = stand(['y', 'No', 'Too long', 'later']);
    await hear(requested('a'));
    await hear(requested('b'));
    await hear(requested('c'));
    expect(said.join('')).toContain('About b');
    expect(done).toEqual([
      { id: 'x', node: 'a', approved: true, note: '' },
      { id: 'x', node: 'b', approved: false, note: 'Too long' },
    ]);
  });

  it('asks again for what a planner proposes again', async () => {
    const { hear, done } = stand(['n', 'no good', 'y']);
    const plan = event('plan-proposed', { node: 'p', auto: false, graph: {} });
    await hear(plan);
    await hear(event('plan-answered', { node: 'p' }));
    await hear(plan);
    expect(done).toMatchObject([{ approved: false, note: 'no good' }, { approved: true }]);
  });

  it('halts where nobody can be asked, when nothing else is under way', async () => {
    const { hear, halted } = stand(null);
    let over = false;
    void halted.then(() => {
      over = true;
    });
    await hear(event('turn-started', { task_id: 't' }));
    await hear(requested('a b'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(over).toBe(false);
    await hear(event('turn-ended', { task_id: 't' }));
    expect(await halted).toMatchObject({
      code: 'session/interrupted',
      exitCode: 6,
      remedy: expect.stringContaining('agentnet approve x "a b" --yes'),
    });
  });

  it('knows what was asked before it listened, and what was answered', async () => {
    const asked = stand(null, { before: [requested('a')] });
    await asked.hear({ kind: 'caught-up', seq: 4 } as unknown as WatchMessage);
    expect(await asked.halted).toMatchObject({ data: { waiting: ['a'] } });
    const answered = stand(['y'], { before: [requested('a'), event('approval-answered', { node: 'a' })] });
    await answered.hear(event('node-started', { node: 'b' }));
    expect(answered.done).toEqual([]);
  });

  it('leaves a breakpoint to be gone on from', async () => {
    const { hear, halted, done } = stand([undefined]);
    await hear(event('session-paused', { reason: 'breakpoint', node: 'b' }));
    expect(await halted).toMatchObject({ remedy: expect.stringContaining('agentnet resume x') });
    expect(done).toEqual([]);
  });
});
