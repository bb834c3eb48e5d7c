/**
 * Packages that bring machine code. They are never bundled: they stay external to every build and are the only
 * ones that the packaged desktop app carries as folders, outside its archive.
 */
export const nativePackages = /** @type {const} */ (['better-sqlite3', '@napi-rs/keyring']);

/**
 * True for an import that a Node-side bundle must leave as it is.
 * @param {string} specifier
 */
export function isExternal(specifier) {
  return ['electron', ...nativePackages].some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
}
