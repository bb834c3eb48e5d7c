import type { KeyView } from '../../core/contract/index.ts';

/** What is shown of a key that lies in the vault. */
export const storedKey: KeyView = {
  provider: 'openai',
  type: 'openai',
  source: 'vault',
  name: 'openai',
  last_four: '6789',
  base_url: null,
  key_optional: false,
  storable: true,
  stored: true,
  refused: null,
};
