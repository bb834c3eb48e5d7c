import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

describe('inferOnce', () => {
  it('asks one agent one thing', async () => {
    const { api } = await openCore();
    const turn = await api['agents.infer']({
      name: 'Athena',
      prompt: 'What is a lease?',
      model: 'stub/debater',
    });
    expect(turn).toMatchObject({ agent: 'Athena', kind: 'answer', stub: true });
    expect(turn.output.content.length).toBeGreaterThan(20);
  });
});
