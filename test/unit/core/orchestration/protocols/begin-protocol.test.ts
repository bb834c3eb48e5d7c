import { expect, it } from 'vitest';
import { beginProtocol } from '../../../../../core/orchestration/protocols/begin-protocol.ts';
import { createdWith } from '../../../../support/cast.ts';
import { createdWorkflow } from '../../../../support/workflow-run.ts';

it('begins talks with a round, which can be extended and know no nodes', () => {
  for (const mode of ['single', 'debate', 'brainstorm', 'consensus'] as const) {
    const protocol = beginProtocol(createdWith({ mode }));
    expect(protocol.next()).toMatchObject([{ kind: 'start-round', round: 1 }]);
    expect(protocol.acceptsMoreRounds()).toBe(true);
    expect(protocol.nextTimer()).toBeNull();
    expect(protocol.standingOf('a')).toBeNull();
    expect(protocol.cancelledOf('a')).toBeNull();
  }
});

it('begins task graphs with a node', () => {
  for (const mode of ['workflow', 'delegation'] as const) {
    const protocol = beginProtocol(createdWorkflow({ nodes: [{ id: 'a' }] }, { specification: { mode } }));
    expect(protocol.next()).toMatchObject([
      { kind: 'start-node', node: 'a', nodeKind: 'task', agent: 'Athena' },
    ]);
    expect(protocol.acceptsMoreRounds()).toBe(false);
    expect(protocol.standingOf('a')).toBe('waiting');
  }
});
