import module from 'node:module';
import { matchesGlob } from 'node:path';

/** @typedef {import('./file-rules.mjs').Finding} Finding */
/** @typedef {{ pattern: string, reason: string, line: number }} Exemption */

const UNIT_TESTS = 'test/unit/';

/**
 * Every source file with logic has its unit test at the mirrored path, and every unit test its source file.
 * @param {object} tree
 * @param {readonly string[]} tree.sources paths of source files
 * @param {readonly string[]} tree.tests paths of files below test/unit
 * @param {readonly string[]} tree.settings files that may have a test but need none, such as electron-builder.yml
 * @param {readonly Exemption[]} tree.exemptions
 * @param {(file: string) => string} tree.read
 * @returns {Finding[]}
 */
export function mirrorFindings({ sources, tests, settings, exemptions, read }) {
  const testPaths = new Set(tests.map(withoutTestExtension));
  const sourcePaths = new Set([...sources, ...settings].map(withoutExtension));
  const untested = sources.filter((file) => !testPaths.has(withoutExtension(file)));
  const isExempt = (/** @type {string} */ file) =>
    exemptions.some(({ pattern }) => matchesGlob(file, pattern));
  return [
    ...untested
      .filter((file) => !isExempt(file) && needsTest(file, read(file)))
      .map((file) => ({ file, problem: `has no test; write ${testPathOf(file)}` })),
    ...tests
      .filter((file) => file.includes('.test.') && !sourcePaths.has(withoutTestExtension(file)))
      .map((file) => ({ file, problem: `tests ${withoutTestExtension(file)}, which is not there` })),
    ...exemptions
      .filter(({ pattern }) => !untested.some((file) => matchesGlob(file, pattern)))
      .map(({ pattern, line }) => ({
        file: 'scripts/mirror-exempt.txt',
        line,
        problem: `"${pattern}" exempts nothing`,
      })),
  ];
}

/**
 * False for a door and for a file in which nothing is left once its types are taken away.
 * @param {string} file
 * @param {string} text
 */
export function needsTest(file, text) {
  if (/(^|\/)index\.(ts|tsx|mjs)$/.test(file)) return false;
  return !file.endsWith('.ts') || holdsValues(text);
}

/**
 * Lines of `glob  reason`, two spaces or more between; `#` begins a comment.
 * @param {string} text
 * @returns {{ exemptions: Exemption[], findings: Finding[] }}
 */
export function parseExemptions(text) {
  /** @type {Exemption[]} */
  const exemptions = [];
  /** @type {Finding[]} */
  const findings = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '' || content.startsWith('#')) continue;
    const [pattern = '', ...rest] = content.trim().split(/\s{2,}/);
    const reason = rest.join(' ');
    const line = index + 1;
    if (reason === '')
      findings.push({ file: 'scripts/mirror-exempt.txt', line, problem: `"${pattern}" gives no reason` });
    else exemptions.push({ pattern, reason, line });
  }
  return { exemptions, findings };
}

/** @param {string} text */
function holdsValues(text) {
  return (
    module.stripTypeScriptTypes(text).replace(/\/\*[\s\S]*?\*\/|\/\/.*|export\s*\{\s*\}|[\s;]/g, '') !== ''
  );
}

/** @param {string} file */
function testPathOf(file) {
  return `${UNIT_TESTS}${withoutExtension(file)}.test.ts`;
}

/** @param {string} file */
function withoutExtension(file) {
  return file.replace(/\.(ts|tsx|mjs|yml)$/, '');
}

/** @param {string} file */
function withoutTestExtension(file) {
  return file.slice(UNIT_TESTS.length).replace(/\.test\.(ts|tsx)$/, '');
}
