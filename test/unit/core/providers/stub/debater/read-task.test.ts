import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTask } from '../../../../../../core/providers/stub/debater/read-task.ts';

describe('readTask', () => {
  it.each([
    ['List three risks of moving the office to Lyon.', 'the office'],
    ['Sum up: The bridge was closed in May.', 'the bridge'],
    ['Read the contract and name its weak points.', 'the contract'],
    ['Goal: Move the museum to a larger building\n\nSay in five lines what that takes.', 'the museum'],
    ['Say why: it is so\n\nWhat was asked for:\n\nA plan for the harbour', 'the harbour'],
    ['Write the result of the work for somebody who saw none of it.', 'this task'],
    ['Say why: trams are faster', 'trams'],
    ['Name what is missing.', 'this task'],
    ['a', 'this task'],
    ['', 'this task'],
  ])('finds what %j is about: %s', (prompt, term) => {
    expect(readTask(prompt)).toMatchObject({ term, opening: `On ${term}:`, form: { kind: 'open' } });
  });

  it('takes the words of a known field from all of the prompt', () => {
    expect(readTask('Name the risks. Goal: Design a resilient edge network').domain.gain).toBe(
      'availability',
    );
  });

  it('takes any text, and time linear in what is looked at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { term } = readTask(text);
        expect(term.trim()).not.toBe('');
        expect(term.length).toBeLessThanOrEqual(60);
      }),
      { seed: 20261121 },
    );
    for (const piece of ['a: ', 'Goal:\n', 'the ', 'word ', '\n']) {
      expect(readTask(piece.repeat(200_000)).term.length).toBeLessThanOrEqual(60);
    }
  });
});
