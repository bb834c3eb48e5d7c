/**
 * One line of progress on standard error: standard output belongs to what was asked for.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`agentnet: ${text}\n`);
}
