import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCaptured } from '../run/run-captured.mjs';
import { checkCommands, typeCommand } from './check-commands.mjs';
import { plants } from './plants.mjs';

/** The checks themselves and what they are told. */
const CHECKS = [
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.anywhere.json',
  'biome.json',
  'knip.json',
  '.gitignore',
  '.dependency-cruiser.mjs',
  'vite.config.ts',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
];

/**
 * What the compiler knows of the project's own files is kept in the folder that both share, so it keeps nothing here.
 * @param {import('./plants.mjs').Checker} checker
 */
const commandOf = (checker) =>
  checker === 'types' ? [...typeCommand('anywhere'), '--incremental', 'false'] : checkCommands[checker];

/**
 * Plants every violation in a project of its own, which has the checks of this one, and runs them there. The sources
 * are left out: each check reads them anyway, and what it makes of a violation does not depend on them.
 * @param {string} root
 * @returns {Promise<readonly import('./file-rules.mjs').Finding[]>} the plants that no check has caught
 */
export async function missedPlants(root) {
  const copy = mkdtempSync(join(tmpdir(), 'agentnet-self-test-'));
  try {
    for (const path of CHECKS) {
      if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const [path, content] of plants.flatMap(({ files }) => Object.entries(files))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), content);
    }
    const checkers = [...new Set(plants.map(({ caughtBy }) => caughtBy))];
    const reports = new Map(
      await Promise.all(
        checkers.map(async (checker) => {
          const { output } = await runCaptured(commandOf(checker), copy);
          return /** @type {const} */ ([checker, output]);
        }),
      ),
    );
    return plants
      .filter((plant) => !isCaught(plant, reports.get(plant.caughtBy) ?? ''))
      .map(({ what, caughtBy, files }) => ({
        file: Object.keys(files)[0] ?? '',
        problem: `was planted as ${what}, and the check "${caughtBy}" did not see it`,
      }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * The culprit and what is wrong with it must stand close together: a report may name the file for another
 * reason as well.
 * @param {import('./plants.mjs').Plant} plant
 * @param {string} report
 */
export function isCaught(plant, report) {
  const culprit = Object.keys(plant.files)[0] ?? '';
  const lines = report.split('\n');
  return lines.some((line, index) => {
    const nearby = lines.slice(index, index + 4).join('\n');
    return line.includes(culprit) && nearby.includes(plant.expect);
  });
}
