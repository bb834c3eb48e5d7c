/** Flags that only the web host has; asking for one of them is asking for it. */
const WEB_HOST_FLAGS = ['--port', '--host', '--json'];

/**
 * @typedef {object} StartOptions
 * @property {string | undefined} webBecause the flag that asks for the web host, if one does
 * @property {boolean} open whether a browser may be opened
 * @property {readonly string[]} passed what the started program gets
 */

/**
 * Reads the command line of `npm start`: `--web` and `--no-open` are its own, everything else is passed on.
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const webBecause = args.find((arg) => arg === '--web' || WEB_HOST_FLAGS.includes(flagName(arg)));
  return {
    webBecause: webBecause === undefined ? undefined : flagName(webBecause),
    open: !args.includes('--no-open'),
    passed: args.filter((arg) => arg !== '--web' && arg !== '--no-open'),
  };
}

/** @param {string} arg */
function flagName(arg) {
  return arg.split('=')[0] ?? arg;
}
