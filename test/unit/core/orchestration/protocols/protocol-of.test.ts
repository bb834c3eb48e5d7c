import { expect, it } from 'vitest';
import { protocolOf } from '../../../../../core/orchestration/protocols/protocol-of.ts';
import { specification } from './specification.ts';

it('knows a protocol for every mode, and each begins with a round', () => {
  for (const mode of ['single', 'debate', 'brainstorm', 'consensus'] as const) {
    const protocol = protocolOf(mode);
    const [first] = protocol.next(protocol.initial(specification({ mode })));
    expect(first, mode).toMatchObject({ kind: 'start-round', round: 1 });
  }
});
