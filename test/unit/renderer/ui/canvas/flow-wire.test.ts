import { describe, expect, it } from 'vitest';
import { flowWire } from '../../../../../renderer/ui/canvas/flow-wire.ts';

describe('flowWire', () => {
  it('goes from a port of one card to the entry of another', () => {
    expect(flowWire({ id: 'w', from: 'a', port: 'yes', to: 'b' }, 'in', { type: 'branch' })).toEqual({
      id: 'w',
      type: 'wire',
      source: 'a',
      sourceHandle: 'yes',
      target: 'b',
      targetHandle: 'in',
      data: { type: 'branch' },
    });
  });
});
