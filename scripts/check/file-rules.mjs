/** @typedef {{ file: string, line?: number, problem: string }} Finding */

const LONGEST_FILE_LINES = 400;
const LARGEST_MEDIAN_LINES = 80;
const LARGEST_NINETIETH_PERCENTILE_LINES = 250;

/** Names that say where something was put and not what it is. */
const DRAWER_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'lib']);

// One letter in brackets, so that this file does not report itself.
const UNFINISHED = /\b([T]ODO|[F]IXME|[X]XX)\b|not implement[e]d/i;
const SILENCED = /@ts-(ignore|nocheck|expect-error)/;
const EXPORT_ALL = /^\s*export\s+(type\s+)?\*/;

/**
 * Whether a source file is longer than anybody wants to read.
 * @param {string} file path relative to the project
 * @param {string} text
 * @returns {Finding[]}
 */
export function lengthFindings(file, text) {
  const length = lineCount(text);
  if (length <= LONGEST_FILE_LINES) return [];
  return [{ file, problem: `has ${length} lines; ${LONGEST_FILE_LINES} is the limit, so split it` }];
}

/**
 * What a file is called and says, where the linter has no rule for it.
 * @param {string} file path relative to the project
 * @param {string} text
 * @returns {Finding[]}
 */
export function textFindings(file, text) {
  /** @type {Finding[]} */
  const findings = [];
  const drawer = file
    .replace(/(\.test)?\.[a-z]+$/, '')
    .split('/')
    .find((part) => DRAWER_NAMES.has(part));
  if (drawer !== undefined)
    findings.push({ file, problem: `"${drawer}" is a drawer; name it after what it does` });
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    if (UNFINISHED.test(content)) findings.push({ file, line, problem: 'says that something is unfinished' });
    if (SILENCED.test(content) && !file.startsWith('test/types/')) {
      findings.push({ file, line, problem: 'silences the type checker' });
    }
    if (EXPORT_ALL.test(content)) {
      findings.push({ file, line, problem: 'exports everything; a door names its exports' });
    }
  }
  return findings;
}

/**
 * What the linter cannot say about all files together. Tests do not count: they may be long lists.
 * @param {readonly { file: string, text: string }[]} sources
 * @returns {{ findings: Finding[], summary: string }}
 */
export function sizeFindings(sources) {
  if (sources.length === 0) return { findings: [], summary: 'no source files' };
  const lengths = sources.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
  const median = quantile(lengths, 0.5);
  const ninetieth = quantile(lengths, 0.9);
  const summary = `${lengths.length} files, median ${median} lines, 90th percentile ${ninetieth}`;
  const findings =
    median > LARGEST_MEDIAN_LINES || ninetieth > LARGEST_NINETIETH_PERCENTILE_LINES
      ? [{ file: 'all sources', problem: `files have grown too long: ${summary}` }]
      : [];
  return { findings, summary };
}

/** @param {string} text */
function lineCount(text) {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/**
 * The nearest-rank quantile.
 * @param {readonly number[]} sorted ascending, not empty
 * @param {number} share
 */
function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
