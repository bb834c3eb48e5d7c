/** @typedef {import('./file-rules.mjs').Finding} Finding */

/**
 * The parts of dependency-cruiser's summary that are read here.
 * @typedef {object} CruiseSummary
 * @property {number} totalCruised
 * @property {number} [totalDependenciesCruised]
 * @property {readonly {
 *   type?: string, from: string, to: string, rule: { name: string }, cycle?: readonly { name: string }[],
 * }[]} violations
 */

/**
 * What dependency-cruiser found, as lines a reader can act on. A cruise that saw nothing is a finding too:
 * with a TypeScript it cannot use, the tool passes everything because it reads nothing.
 * @param {{ summary: CruiseSummary }} result
 * @param {readonly { name?: string, comment?: string }[]} rules for their comments, which say what to do
 * @param {boolean} readsTypeScript whether the tool found a TypeScript it can use
 * @returns {Finding[]}
 */
export function cruiseFindings({ summary }, rules, readsTypeScript) {
  if (!readsTypeScript || summary.totalCruised === 0 || (summary.totalDependenciesCruised ?? 0) === 0) {
    return [
      {
        file: 'all sources',
        problem: 'were not read: dependency-cruiser found no TypeScript that it can use',
      },
    ];
  }
  const commentOf = (/** @type {string} */ name) => rules.find((rule) => rule.name === name)?.comment ?? '';
  return summary.violations.map((violation) => ({
    file: violation.from,
    problem:
      violation.type === 'cycle' && violation.cycle !== undefined
        ? `is part of a cycle: ${violation.cycle.map(({ name }) => name).join(' -> ')} [${violation.rule.name}]`
        : `imports ${violation.to}. ${commentOf(violation.rule.name)} [${violation.rule.name}]`,
  }));
}
