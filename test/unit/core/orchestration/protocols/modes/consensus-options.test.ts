import { describe, expect, it } from 'vitest';
import { consensusOptions } from '../../../../../../core/orchestration/protocols/modes/consensus-options.ts';
import { roundStarted, spoken, stateAfter } from '../state-after.ts';

const proposal = (speakerIndex: number, agent: string, position: string) =>
  spoken({ round: 1, speakerIndex, agent, turnKind: 'proposal' }, { position });

describe('consensusOptions', () => {
  it('are the distinct proposals by the place of their speakers, each with an own id', () => {
    const state = stateAfter([
      roundStarted(1, 'propose', ['Athena', 'Apollo', 'Hermes'], 'parallel'),
      ...proposal(2, 'Hermes', 'A mesh.'),
      ...proposal(1, 'Apollo', 'One core'),
      ...proposal(0, 'Athena', 'a  MESH'),
    ]);
    expect(consensusOptions(state)).toEqual([
      { id: 'A', text: 'a  MESH', by: 'Athena' },
      { id: 'B', text: 'One core', by: 'Apollo' },
    ]);
  });

  it('are the fixed ones where there are any, whatever is proposed', () => {
    const vote = { method: 'majority', quorum: 0.5, fallback: 'plurality', options: ['Yes', 'No'] } as const;
    const changes = { vote: { ...vote, options: [...vote.options] } };
    const state = stateAfter([roundStarted(1, 'propose'), ...proposal(0, 'Athena', 'A mesh')], changes);
    expect(consensusOptions(state)).toEqual([
      { id: 'A', text: 'Yes', by: null },
      { id: 'B', text: 'No', by: null },
    ]);
  });

  it('are none before anybody has proposed', () => {
    expect(consensusOptions(stateAfter([roundStarted(1, 'propose')]))).toEqual([]);
  });
});
