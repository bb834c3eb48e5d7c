import { readdirSync } from 'node:fs';
import { runCaptured } from '../run/run-captured.mjs';
import { commandStep, singleResult } from '../run/step.mjs';
import { vitestStep } from '../run/vitest-step.mjs';
import { checkCommands, typeCommand } from './check-commands.mjs';

/** @typedef {import('../run/step.mjs').Step} Step */

/** TypeScript's word for a project whose folders hold nothing. */
const NO_INPUTS = 'error TS18003';

/**
 * The steps of `npm run check`, the long ones first, so that they do not end up alone.
 * @param {string} root
 * @returns {Step[]}
 */
export function checkSteps(root) {
  return [
    vitestStep(root, 'unit', 'unit tests'),
    ...typeProjects(root).map((project) => typeStep(root, project)),
    commandStep(root, 'self-test', ['scripts/self-test.mjs']),
    ...Object.entries(checkCommands).map(([name, command]) => commandStep(root, name, command)),
  ];
}

/**
 * One TypeScript project a layer: every tsconfig.*.json but the base they extend.
 * @param {string} root
 */
export function typeProjects(root) {
  return readdirSync(root)
    .flatMap((file) => file.match(/^tsconfig\.(.+)\.json$/)?.[1] ?? [])
    .filter((name) => name !== 'base')
    .sort();
}

/**
 * @param {string} root
 * @param {string} project
 * @returns {Step}
 */
function typeStep(root, project) {
  return {
    name: `types: ${project}`,
    run: async () => {
      const { code, output } = await runCaptured(typeCommand(project), root);
      const empty = output.includes(NO_INPUTS);
      return singleResult(code === 0 || empty, empty ? 'no files' : '', output);
    },
  };
}
