export { type KeyRing, openKeyRing, type PassphraseQuestion } from './key-ring.ts';
export type { KeychainState, KeyStore } from './key-store.ts';
export { keychain, probeKeychain } from './keychain.ts';
export { openRefusedKeys, type RefusedKeys } from './refused-keys.ts';
export { openVault } from './vault/open-vault.ts';
