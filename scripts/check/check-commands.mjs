/**
 * The types of one project, by the native compiler with one thread: the steps run side by side, and more threads only
 * share the same cores. (The package `typescript` is there for tools that want its API, which the native one lacks.)
 * @param {string} project
 */
export const typeCommand = (project) => [
  ...['node_modules/typescript-native/bin/tsc', '-p', `tsconfig.${project}.json`],
  ...['--singleThreaded', '--pretty', 'false'],
];

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
