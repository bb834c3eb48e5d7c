/** The checks that are commands, each as a Node script with its arguments, to be run in the project's folder. */
export const checkCommands = /** @type {const} */ ({
  lint: [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--max-diagnostics=none',
    '--no-errors-on-unmatched',
    '.',
  ],
  rules: ['scripts/house-rules.mjs'],
  layers: ['scripts/layer-check.mjs'],
  unused: ['node_modules/knip/bin/knip.js', '--no-progress'],
  mirror: ['scripts/mirror-check.mjs'],
});
