import { expect, it } from 'vitest';
import { createLiveHub } from '../../../../core/app/live-hub.ts';
import type { LiveSignal } from '../../../../core/contract/index.ts';

it('hands signals of a session to those who watch it, until they leave', () => {
  const hub = createLiveHub();
  const signal: LiveSignal = {
    kind: 'text-delta',
    task_id: 't',
    call_id: '1.1',
    round: 1,
    speaker_index: 0,
    agent: 'Athena',
    offset: 0,
    text: 'x',
  };
  const seen: string[] = [];
  const leave = hub.subscribe('a', ({ text }) => seen.push(text));
  hub.subscribe('b', () => seen.push('other'));
  hub.publish('a', signal);
  leave();
  hub.publish('a', signal);
  expect(seen).toEqual(['x']);
});
