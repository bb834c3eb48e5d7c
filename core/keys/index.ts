export { KEYCHAIN_SERVICE, probeKeychain } from './keychain.ts';
export { openKeyStore } from './open-key-store.ts';
