import { describe, expect, it } from 'vitest';
import { liveSignal, textDelta, watchMessage } from '../../../../../core/contract/events/live-signal.ts';
import { created, logOf } from '../../projections/session-log.ts';

const delta = {
  kind: 'text-delta',
  task_id: 't',
  call_id: '1.1',
  round: 1,
  speaker_index: 0,
  agent: 'Athena',
  offset: 3,
  text: 'ink',
};

describe('watchMessage', () => {
  it.each([
    { kind: 'event', event: logOf([created()])[0] },
    { kind: 'signal', signal: delta },
    { kind: 'caught-up', seq: 7 },
  ])('takes %j', (message) => {
    expect(watchMessage.parse(message)).toEqual(message);
  });

  it('refuses what belongs to another kind', () => {
    expect(watchMessage.safeParse({ kind: 'caught-up' }).success).toBe(false);
    expect(watchMessage.safeParse({ kind: 'event', signal: delta }).success).toBe(false);
    expect(liveSignal.safeParse({ ...delta, kind: 'event' }).success).toBe(false);
  });

  it('tells the place of a piece of text in its call', () => {
    expect(textDelta.safeParse({ ...delta, offset: undefined }).success).toBe(false);
  });
});
