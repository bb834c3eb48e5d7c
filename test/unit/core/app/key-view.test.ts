import { describe, expect, it } from 'vitest';
import { keyView } from '../../../../core/app/key-view.ts';

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

describe('keyView', () => {
  it('shows four characters of a long key and none of a short one', async () => {
    const long = await keyView(slot, keys(undefined, 'sk-123456789'));
    expect(long).toMatchObject({ source: 'vault', name: 'openai', last_four: '6789', stored: true });
    expect(await keyView(slot, keys(undefined, 'sk-12345678'))).toMatchObject({ last_four: null });
    expect(JSON.stringify(long)).not.toContain('12345');
  });

  it('lets the environment win and says that there is a stored key too', async () => {
    expect(await keyView(slot, keys('from-environment', 'sk-123456789'))).toMatchObject({
      source: 'environment',
      name: 'OPENAI_API_KEY',
      last_four: 'ment',
      stored: true,
    });
  });

  it('has nothing to show without a key', async () => {
    expect(await keyView(slot, keys(undefined, undefined))).toMatchObject({
      source: 'none',
      name: null,
      last_four: null,
      storable: true,
      stored: false,
    });
  });
});
