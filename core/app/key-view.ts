import type { KeyView } from '../contract/index.ts';
import type { KeyRing, RefusedKeys } from '../keys/index.ts';
import type { KeySlot } from '../providers/index.ts';
import { identityOf } from './key-gate.ts';

/** A shorter key would give away too much of itself with four characters. */
const SHORTEST_SHOWN = 12;

/** Where the key of one provider comes from now; of the key itself only its last four characters. */
export const keyView = async (
  slot: KeySlot,
  keys: Pick<KeyRing, 'keyOf' | 'find'>,
  refused: Pick<RefusedKeys, 'refusal'>,
): Promise<KeyView> => {
  const { provider, type, variable, storedAs } = slot;
  const given = variable === null ? undefined : await keys.keyOf(`env:${variable}`);
  const stored = storedAs === null ? undefined : await keys.find(storedAs);
  const used = given ?? stored?.key;
  return {
    provider,
    type,
    source: given === undefined ? (stored?.store ?? 'none') : 'environment',
    name: used === undefined ? null : given === undefined ? storedAs : variable,
    last_four: used !== undefined && used.length >= SHORTEST_SHOWN ? used.slice(-4) : null,
    base_url: slot.baseUrl,
    key_optional: slot.keyOptional,
    storable: storedAs !== null,
    stored: stored !== undefined,
    refused: (await refused.refusal(provider, async () => identityOf(slot, used))) ?? null,
  };
};
