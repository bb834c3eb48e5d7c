import { expect, it } from 'vitest';
import { homeArgument } from '../../../../electron/main/home-argument.ts';

it('finds the data folder that was asked for', () => {
  expect(homeArgument(['electron', '.', '--home', '/a'])).toBe('/a');
  expect(homeArgument(['electron', '.', '--home=/b', '--x'])).toBe('/b');
  for (const args of [['electron', '.'], ['--home'], ['--home='], ['--home', '--x']]) {
    expect(homeArgument(args)).toBeUndefined();
  }
});
