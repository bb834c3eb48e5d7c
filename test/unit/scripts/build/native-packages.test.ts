import { describe, expect, it } from 'vitest';
import { isExternal } from '../../../../scripts/build/native-packages.mjs';

describe('isExternal', () => {
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
