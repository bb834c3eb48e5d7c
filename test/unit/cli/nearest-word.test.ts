import { expect, it } from 'vitest';
import { nearestWord } from '../../../cli/nearest-word.ts';

const words = ['run', 'resume', 'sessions', 'verify', 'replay', 'serve'];

it.each([
  ['rnu', 'run'],
  ['Run', 'run'],
  ['resum', 'resume'],
  ['sesions', 'sessions'],
  ['verifi', 'verify'],
  ['reply', 'replay'],
  ['servre', 'serve'],
])('takes %s for %s', (given, meant) => {
  expect(nearestWord(given, words)).toBe(meant);
});

it.each(['', 'x', 'delete', 'rm', 'sussions-list'])('takes %j for nothing', (given) => {
  expect(nearestWord(given, words)).toBeUndefined();
});
