import { describe, expect, it } from 'vitest';
import { fullModel, turnTitle } from '../../../../../../renderer/features/session/transcript/turn-title.ts';
import { layoutRows, type TurnEntry } from '../../../../../../renderer/state/index.ts';
import { header, incomplete, running, snapshot, stage } from '../../../state/session/sample-snapshot.ts';

const entryOf = (rest: Parameters<typeof snapshot>[0]): TurnEntry => {
  const row = layoutRows(snapshot({ rounds: [stage(1, ['Athena'])], ...rest }), 'chat')[1];
  if (row?.kind !== 'turn') throw new Error('no turn');
  return row.entry;
};

describe('turnTitle', () => {
  it('names the model that answered, and says when it was a stub', () => {
    const entry = entryOf({
      turns: [header('a', 1, 0, 'Athena', { provider: 'ollama', model: 'llama3.2', stub: false })],
    });
    expect(turnTitle(entry)).toEqual({ key: 'a', model: 'ollama/llama3.2', stub: false });
  });

  it('names the model under way once its call has begun', () => {
    expect(turnTitle(entryOf({ running: [running('a', 1, 0, 'Athena')] })).model).toBeNull();
    const call = {
      call_id: '1',
      attempt: 1,
      link: 0,
      model: 'stub/debater',
      reserved_tokens: 0,
      reserved_usd: 0,
    };
    expect(turnTitle(entryOf({ running: [running('a', 1, 0, 'Athena', { call })] }))).toMatchObject({
      model: 'stub/debater',
      stub: true,
    });
  });

  it('claims no model for what never ended', () => {
    expect(turnTitle(entryOf({ incomplete: [incomplete('a', 1, 0, 'Athena', 105)] }))).toEqual({
      key: 'a-incomplete-105',
      model: null,
      stub: false,
    });
  });
});

describe('fullModel', () => {
  it('says the provider once', () => {
    expect(fullModel({ provider: 'stub', model: 'stub/debater' })).toBe('stub/debater');
    expect(fullModel({ provider: 'openai', model: 'gpt-4o' })).toBe('openai/gpt-4o');
  });
});
