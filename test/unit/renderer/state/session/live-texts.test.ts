import { describe, expect, it } from 'vitest';
import type { LiveSignal } from '../../../../../core/contract/index.ts';
import { createLiveTexts } from '../../../../../renderer/state/session/live-texts.ts';

const delta = (offset: number, text: string, callId = '1.1', taskId = 'task'): LiveSignal => ({
  kind: 'text-delta',
  task_id: taskId,
  call_id: callId,
  round: 1,
  speaker_index: 0,
  agent: 'Athena',
  offset,
  text,
});

describe('createLiveTexts', () => {
  it('puts the pieces together', () => {
    const live = createLiveTexts();
    live.take(delta(0, 'Three '), 100);
    live.take(delta(6, 'voters'), 140);
    expect(live.get('task')).toEqual({ callId: '1.1', text: 'Three voters', firstAt: 100, lastAt: 140 });
  });

  it('lays a repeated piece over itself', () => {
    const live = createLiveTexts();
    live.take(delta(0, 'Three voters'), 0);
    live.take(delta(0, 'Three '), 0);
    expect(live.get('task')?.text).toBe('Three voters');
    live.take(delta(6, 'voters in'), 0);
    expect(live.get('task')?.text).toBe('Three voters in');
  });

  it('begins anew with another call', () => {
    const live = createLiveTexts();
    live.take(delta(0, 'lost'), 0);
    live.take(delta(0, 'again', '1.2'), 50);
    expect(live.get('task')).toMatchObject({ text: 'again', firstAt: 50 });
  });

  it('marks a beginning nobody told', () => {
    const live = createLiveTexts();
    live.take(delta(40, 'tail'), 0);
    expect(live.get('task')?.text).toBe('… tail');
  });

  it('tells the readers of a turn once for all its pieces, and nobody else', () => {
    const live = createLiveTexts();
    const heard: string[] = [];
    live.subscribe('task', () => heard.push('task'));
    const leave = live.subscribe('other', () => heard.push('other'));
    live.take(delta(0, 'a'), 0);
    live.take(delta(1, 'b'), 0);
    live.announce();
    live.announce();
    expect(heard).toEqual(['task']);
    live.take(delta(0, 'c', '2.1', 'other'), 0);
    leave();
    live.announce();
    expect(heard).toEqual(['task']);
  });

  it('tells that a text is gone', () => {
    const live = createLiveTexts();
    let heard = 0;
    live.take(delta(0, 'a'), 0);
    live.announce();
    live.subscribe('task', () => {
      heard += 1;
    });
    live.drop('task');
    live.drop('task');
    live.announce();
    expect(heard).toBe(1);
    expect(live.get('task')).toBeUndefined();
  });
});
