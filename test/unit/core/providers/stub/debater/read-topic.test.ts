import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTopic } from '../../../../../../core/providers/stub/debater/read-topic.ts';

describe('readTopic', () => {
  it.each([
    [
      'Designing a resilient edge network',
      'In designing a resilient edge network,',
      'a resilient edge network',
      'open',
    ],
    ['Should cities ban private cars from their centres?', 'On private cars:', 'private cars', 'proposal'],
    ['Is a four-day week good for small companies?', 'On a four-day week:', 'a four-day week', 'proposal'],
    [
      'The future of nuclear power in Europe',
      'For the future of nuclear power in Europe,',
      'nuclear power',
      'open',
    ],
    [
      'Monolith or microservices for a team of eight',
      'Between monolith and microservices:',
      'a team',
      'alternatives',
    ],
    ['How can schools use AI tutors without widening the gap?', 'On AI tutors:', 'AI tutors', 'open'],
    ['Plan a birthday party', 'On a birthday party:', 'a birthday party', 'open'],
    ['???', 'On this question:', 'this question', 'open'],
  ])('reads %j', (topic, opening, term, kind) => {
    expect(readTopic(topic)).toMatchObject({ opening, term, form: { kind } });
  });

  it('finds the field that most words speak of', () => {
    expect(readTopic('Designing a resilient edge network').domain.gain).toBe('availability');
    expect(readTopic('Should homework be abolished in primary schools?').domain.loss).toBe('guidance');
    expect(readTopic('Carpets').domain.gain).toBe('speed');
  });

  it('gives a one-line opening and term of bounded length for any topic', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (topic) => {
        const read = readTopic(topic);
        expect(read.term.length).toBeLessThanOrEqual(60);
        expect(read.opening.length).toBeLessThanOrEqual(200);
        expect(read.opening).not.toContain('\n');
      }),
    );
  });

  it('looks at the beginning of a huge topic only', () => {
    for (const piece of ['a', ' ', 'a ', '. ', 'or ', 'a or ', '"', 'Should ']) {
      expect(readTopic(piece.repeat(200_000)).term.length).toBeLessThanOrEqual(60);
    }
  });
});
