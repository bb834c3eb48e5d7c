/** Runs inside a keychain session of its own, started by the tests beside it; prints one JSON line. */
import { AsyncEntry } from '@napi-rs/keyring';
import { realEffects } from '../../../../core/effects/index.ts';
import { KEYCHAIN_SERVICE, openKeyStore, probeKeychain } from '../../../../core/keys/index.ts';

const store = openKeyStore({});
const state = await probeKeychain(realEffects.clock);
if (state.kind === 'available') {
  const entry = new AsyncEntry(KEYCHAIN_SERVICE, 'proxy', { linux: { store: 'secret-service' } });
  await entry.setPassword(' a key\n');
}
const read = async (reference: string) => {
  try {
    return (await store.keyOf(reference)) ?? null;
  } catch (thrown) {
    return thrown instanceof Error && 'toWire' in thrown
      ? (thrown as { toWire(): unknown }).toWire()
      : 'other';
  }
};
const [stored, absent] = [await read('keychain:proxy'), await read('keychain:absent')];
process.stdout.write(`${JSON.stringify({ state, stored, absent })}\n`);
