import { describe, expect, it } from 'vitest';
import { waitText } from '../../../../../../renderer/features/session/transcript/wait-text.ts';
import { running } from '../../../state/session/sample-snapshot.ts';

const call = {
  ...{ call_id: '1.1', attempt: 1, link: 0, model: 'lab/a', reserved_tokens: 9, reserved_usd: null },
};
const view = (budget: object, others: readonly object[] = []) =>
  ({ specification: { budget }, running: others }) as never;
const turn = (rest: object) => running('t', 1, 0, 'Athena', rest as never);

describe('what a turn waits for', () => {
  it('is named with its time, and how much of it is over', () => {
    const text = 'waits for openai’s limit of 500 requests/min';
    const waits = { for: 'rate-limit', text, since: 10_000, at_least_ms: 2_400 };
    expect(waitText(turn({ call, waits }), view({}), 10_200)).toBe(`${text}, 3 s`);
    expect(waitText(turn({ call, waits }), view({}), 12_100)).toBe(`${text}, 3 s (2 s so far)`);
    const budget = { ...waits, for: 'budget', text: 'waits for room', at_least_ms: null };
    expect(waitText(turn({ waits: budget }), view({}), 15_000)).toBe('waits for room (5 s so far)');
  });

  it('is the first token once a retry is due', () => {
    const waits = { for: 'retry', text: 'waits before it is asked again', since: 0, at_least_ms: 800 };
    expect(waitText(turn({ call, waits }), view({}), 700)).toBe('waits before it is asked again, 1 s');
    expect(waitText(turn({ call, waits }), view({}), 900)).toBe('waiting for the first token');
    expect(waitText(turn({ call }), view({}), 900)).toBe('waiting for the first token');
  });

  it('is the budget of the session where other calls run and this one may not', () => {
    const other = turn({ call });
    expect(waitText(turn({}), view({ usd: 1 }, [other]), 0)).toMatch(/budget of the session/);
    expect(waitText(turn({}), view({ usd: 1 }), 0)).toBe('preparing');
    expect(waitText(turn({}), view({}, [other]), 0)).toBe('preparing');
  });
});
