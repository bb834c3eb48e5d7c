import { expect, it } from 'vitest';
import { commands } from '../../../cli/commands.ts';

it.each(Object.entries(commands))('loads %s', { timeout: 30_000 }, async (_name, command) => {
  expect(await command.load()).toBeTypeOf('function');
  expect(command.options).toHaveProperty('json');
  expect(command.options).toHaveProperty('home');
});
