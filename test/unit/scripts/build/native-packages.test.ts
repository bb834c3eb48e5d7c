import { describe, expect, it } from 'vitest';
import { externalImports } from '../../../../scripts/build/native-packages.mjs';

const isExternal = (specifier: string) => externalImports.some((pattern) => pattern.test(specifier));

describe('externalImports', () => {
  it.each(['better-sqlite3', '@napi-rs/keyring', '@napi-rs/keyring/keytar', 'electron', 'electron/main'])(
    'leaves %s as it is',
    (specifier) => {
      expect(isExternal(specifier)).toBe(true);
    },
  );

  it.each(['zod', 'electron-vite', '@napi-rs/keyring-other', './electron.ts', 'node:fs'])(
    'bundles %s',
    (specifier) => {
      expect(isExternal(specifier)).toBe(false);
    },
  );
});
