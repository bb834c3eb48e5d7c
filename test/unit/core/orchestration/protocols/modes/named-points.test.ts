import { expect, it } from 'vitest';
import { namedPoints } from '../../../../../../core/orchestration/protocols/modes/named-points.ts';
import { turnEnded } from '../synthetic-turn.ts';

it('gives the points in their order, without emphasis and without empty ones', () => {
  const place = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'idea' } as const;
  const { data } = turnEnded(place, { claims: ['**Mesh** first', ' Core ', '****', '  ', 'a * b'] });
  expect(namedPoints(data)).toEqual(['Mesh first', 'Core', 'a * b']);
  expect(namedPoints(turnEnded(place).data)).toEqual([]);
});
