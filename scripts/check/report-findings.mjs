/**
 * Prints findings one a line, or the summary when there are none.
 * @param {readonly import('./file-rules.mjs').Finding[]} findings
 * @param {string} summary
 * @returns {0 | 1} the exit code
 */
export function reportFindings(findings, summary) {
  for (const { file, line, problem } of findings) {
    console.log(`${file}${line === undefined ? '' : `:${line}`} ${problem}`);
  }
  if (findings.length === 0) console.log(summary);
  return findings.length === 0 ? 0 : 1;
}
