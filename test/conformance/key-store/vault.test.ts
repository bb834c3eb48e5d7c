import { describe } from 'vitest';
import { realEffects } from '../../../core/effects/index.ts';
import { openVault } from '../../../core/keys/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { keyStoreSuite } from './key-store-suite.ts';

describe('the encrypted vault', () => {
  keyStoreSuite(async () => {
    const folder = temporaryFolder();
    const unlocked = async () => {
      const vault = openVault(folder, realEffects.clock);
      await vault.unlock('correct horse battery staple');
      return vault;
    };
    const store = await unlocked();
    const other = await unlocked();
    return { store, again: () => other };
  });
});
