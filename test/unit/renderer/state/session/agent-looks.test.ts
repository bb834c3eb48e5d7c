import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentLooks, looksOf } from '../../../../../renderer/state/session/agent-looks.ts';
import { header, snapshot } from './sample-snapshot.ts';

describe('agentLooks', () => {
  it('gives colours by place in the session: speakers first, then who helps them', () => {
    const view = snapshot({ turns: [header('s', 1, 3, 'Synthesizer'), header('a', 1, 0, 'Apollo')] });
    const looks = agentLooks({ ...view, specification: { ...view.specification, judge: 'Critic@2.0.0' } });
    expect([...looks.values()].map(({ name, colour, initials }) => [name, colour, initials])).toEqual([
      ['Athena', 1, 'At'],
      ['Apollo', 2, 'Ap'],
      ['Critic', 3, 'Cr'],
      ['Synthesizer', 4, 'Sy'],
    ]);
  });

  it('does not change when more turns come in', () => {
    const before = agentLooks(snapshot());
    const after = agentLooks(snapshot({ turns: [header('x', 1, 0, 'Zeno'), header('a', 1, 1, 'Apollo')] }));
    for (const [name, look] of before) expect(after.get(name)).toEqual(look);
  });
});

describe('looksOf', () => {
  it('tells names with the same beginning apart', () => {
    const initials = [...looksOf(['Agent1', 'Agent2', 'Agentum', 'A', 'B_x']).values()].map(
      (look) => look.initials,
    );
    expect(initials).toEqual(['Ag', 'Ae', 'An', 'A2', 'Bx']);
  });

  it('always finds initials, and different ones', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 60 }), (names) => {
        const initials = [...looksOf(names).values()].map((look) => look.initials);
        expect(new Set(initials).size).toBe(names.length);
      }),
    );
  });
});
