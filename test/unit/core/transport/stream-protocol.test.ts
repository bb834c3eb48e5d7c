import { expect, it } from 'vitest';
import { apiCatalog } from '../../../../core/contract/index.ts';
import { MORE } from '../../../../core/transport/stream-protocol.ts';

it('names the credit by a word that is no procedure of the catalog', () => {
  expect(Object.keys(apiCatalog)).not.toContain(MORE);
});
