import { describe, expect, it } from 'vitest';
import { keyView } from '../../../../core/app/key-view.ts';
import type { KeySlot } from '../../../../core/providers/index.ts';

const slot = {
  provider: 'openai',
  type: 'openai',
  baseUrl: null,
  keyOptional: false,
  variable: 'OPENAI_API_KEY',
  storedAs: 'openai',
} as const;
const keys = (environment: string | undefined, stored: string | undefined) => ({
  keyOf: async () => environment,
  find: async () => (stored === undefined ? undefined : { key: stored, store: 'vault' as const }),
});

const viewOf = (ring: ReturnType<typeof keys>, of: KeySlot = slot) =>
  keyView(of, ring, { refusal: async () => undefined });

describe('keyView', () => {
  it('says that this key was refused at this address', async () => {
    const asked: string[] = [];
    const refused = {
      refusal: async (_account: string, identity: () => Promise<string>) => {
        asked.push(await identity());
        return { at: 7, message: 'no' };
      },
    };
    const ring = keys(undefined, 'sk-123456789');
    const view = await keyView({ ...slot, baseUrl: 'https://lab' }, ring, refused);
    expect(view.refused).toEqual({ at: 7, message: 'no' });
    expect(asked).toEqual(['https://lab\nsk-123456789']);
    expect((await viewOf(ring)).refused).toBeNull();
  });

  it('shows four characters of a long key and none of a short one', async () => {
    const long = await viewOf(keys(undefined, 'sk-123456789'));
    expect(long).toMatchObject({ source: 'vault', name: 'openai', last_four: '6789', stored: true });
    expect(await viewOf(keys(undefined, 'sk-12345678'))).toMatchObject({ last_four: null });
    expect(JSON.stringify(long)).not.toContain('12345');
  });

  it('lets the environment win and says that there is a stored key too', async () => {
    expect(await viewOf(keys('from-environment', 'sk-123456789'))).toMatchObject({
      source: 'environment',
      name: 'OPENAI_API_KEY',
      last_four: 'ment',
      stored: true,
    });
  });

  it('has nothing to show without a key', async () => {
    expect(await viewOf(keys(undefined, undefined))).toMatchObject({
      source: 'none',
      name: null,
      last_four: null,
      storable: true,
      stored: false,
    });
  });
});
