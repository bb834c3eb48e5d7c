import { describe, expect, it } from 'vitest';
import { orderOfWork } from '../../../../../../../renderer/features/session/graph-run/canvas/order-of-work.ts';

const node = (id: string, deps: string[] = []) => ({ id, deps });

describe('orderOfWork', () => {
  it('leads from a plan over its steps to its review, and on to the next plan', () => {
    const order = orderOfWork({ kind: 'delegate' }, [
      node('team/:plan'),
      node('team/scope'),
      node('team/risks', ['team/scope']),
      node('team/costs', ['team/scope']),
      node('team/:review'),
      node('team#2/:plan'),
      node('team#2/mend'),
      node('team#2/:review'),
    ]);
    expect(Object.fromEntries(order)).toEqual({
      'team/:plan': [],
      'team/scope': ['team/:plan'],
      'team/:review': ['team/risks', 'team/costs'],
      'team#2/:plan': ['team/:review'],
      'team#2/mend': ['team#2/:plan'],
      'team#2/:review': ['team#2/mend'],
    });
  });

  it('puts the rounds of a loop one behind the other, and leaves items of a list alone', () => {
    const items = [node('each[1]'), node('each[2]'), node('each[2]/inner'), node('each[3]', ['other'])];
    expect(Object.fromEntries(orderOfWork({ kind: 'loop' }, items))).toEqual({ 'each[2]': ['each[1]'] });
    expect(orderOfWork({ kind: 'map' }, items).size).toBe(0);
  });
});
