import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherToolCalls } from '../../../../core/providers/gather-tool-calls.ts';

const callsOf = (calls: ReturnType<typeof gatherToolCalls>, cut?: 'cut') =>
  calls.parts(cut).map((part) => (part.kind === 'tool-call' ? part.call : null));

describe('gatherToolCalls', () => {
  it('joins the pieces of calls that come interleaved, in the order in which they began', () => {
    const calls = gatherToolCalls();
    calls.begin('b', 'id-b', 'beta');
    calls.begin('a', 'id-a', 'alpha');
    calls.add('a', '{"x":');
    calls.add('b', '{}');
    calls.add('a', '1}');
    expect(callsOf(calls)).toEqual([
      { id: 'id-b', name: 'beta', arguments: '{}', complete: true },
      { id: 'id-a', name: 'alpha', arguments: '{"x":1}', complete: true },
    ]);
  });

  it('marks arguments that were cut, wherever', () => {
    const whole = JSON.stringify({ city: 'Zürich', list: [1, { deep: 'a "b"' }] });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length }), (length) => {
        const calls = gatherToolCalls();
        calls.begin(0, 'id', 'tool');
        calls.add(0, whole.slice(0, length));
        expect(callsOf(calls, 'cut')[0]?.complete).toBe(length === whole.length);
      }),
      { seed: 12 },
    );
  });

  it('takes no arguments for none in a whole answer, and for missing ones in a cut one', () => {
    const calls = gatherToolCalls();
    calls.begin(0, 'id', 'tool');
    expect(callsOf(calls)).toEqual([{ id: 'id', name: 'tool', arguments: '{}', complete: true }]);
    expect(callsOf(calls, 'cut')).toEqual([{ id: 'id', name: 'tool', arguments: '', complete: false }]);
  });

  it('fills in an id and a name that come later, and gives an id where none comes', () => {
    const calls = gatherToolCalls();
    calls.begin(0, '', '');
    calls.begin(0, 'late', 'tool');
    calls.begin(1, '', 'other');
    expect(callsOf(calls).map((call) => [call?.id, call?.name])).toEqual([
      ['late', 'tool'],
      ['call_2', 'other'],
    ]);
    expect(calls.count()).toBe(2);
  });

  it('replaces the pieces by the whole, and passes over pieces of calls that never began', () => {
    const calls = gatherToolCalls();
    calls.begin(0, 'id', 'tool');
    calls.add(0, '{"x"');
    calls.replace(0, '{"x":2}');
    calls.add(9, 'stray');
    expect(callsOf(calls).map((call) => call?.arguments)).toEqual(['{"x":2}']);
  });
});
