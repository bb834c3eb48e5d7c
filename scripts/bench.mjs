// What `npm run bench` runs: every bench/*.bench.ts, one after the other, each in a process of its own.
// `npm run bench -- turn` runs those whose names contain the word.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.mjs';
import { buildEach } from './build/build-each.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runChild } from './setup/run-child.mjs';

// Some benchmarks start the built program; this also sees to dependencies and Node.
const failedBuild = await buildEach([], { force: false });
if (failedBuild) process.exit(failedBuild);

const words = process.argv.slice(2);
const folder = join(projectRoot, 'bench');
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();

const browser = findBrowser({ env: process.env, platform: process.platform });
const env = { ...process.env, ...(browser !== undefined && { CHROMIUM_PATH: browser }) };

for (const file of files) {
  console.log(`\n${file.replace('.bench.ts', '')}`);
  const code = await runChild(
    process.execPath,
    ['--expose-gc', '--disable-warning=ExperimentalWarning', join(folder, file)],
    { cwd: projectRoot, env },
  );
  if (code !== 0) {
    console.log(`ended with exit code ${code}`);
    process.exitCode = 1;
  }
}
if (files.length === 0) {
  console.log('no benchmark of that name');
  process.exitCode = 1;
}
