import { expect, it } from 'vitest';
import { spanIdOf, traceIdOf } from '../../../../../core/telemetry/spans/span-ids.ts';

it('gives ids of the lengths that traces have, by what they name alone', () => {
  expect(traceIdOf('one')).toMatch(/^[0-9a-f]{32}$/);
  expect(spanIdOf('one', 'node:a')).toMatch(/^[0-9a-f]{16}$/);
  expect(traceIdOf('one')).toBe(traceIdOf('one'));
  expect(spanIdOf('one', 'node:a')).toBe(spanIdOf('one', 'node:a'));
  const ids = [
    spanIdOf('one', 'node:a'),
    spanIdOf('one', 'turn:a'),
    spanIdOf('two', 'node:a'),
    spanIdOf('one', 'session'),
  ];
  expect(new Set(ids).size).toBe(4);
});
