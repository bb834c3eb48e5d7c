/**
 * Packages that bring machine code. They are never bundled: they stay external to every build and are the only
 * ones that the packaged desktop app carries as folders, outside its archive.
 */
export const nativePackages = /** @type {const} */ (['better-sqlite3', '@napi-rs/keyring']);

/** The imports that a Node-side bundle leaves as they are, with or without a path into the package. */
export const externalImports = ['electron', ...nativePackages].map((name) => new RegExp(`^${name}(/|$)`));
