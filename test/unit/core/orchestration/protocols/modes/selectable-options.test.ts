import { describe, expect, it } from 'vitest';
import { selectableOptions } from '../../../../../../core/orchestration/protocols/modes/selectable-options.ts';
import { roundStarted, spoken, stateAfter } from '../state-after.ts';

const idea = (speakerIndex: number, agent: string, claims: readonly string[], position = '') =>
  spoken({ round: 1, speakerIndex, agent, turnKind: 'idea' }, { claims, position });

const stormed = (
  groups: readonly string[] | null,
  ideas = [...idea(1, 'Apollo', ['Core', 'mesh.']), ...idea(0, 'Athena', ['Mesh'])],
) =>
  stateAfter([
    roundStarted(1, 'diverge'),
    ...ideas,
    ...(groups === null
      ? []
      : [
          roundStarted(2, 'cluster', ['Athena']),
          ...spoken({ round: 2, speakerIndex: 0, agent: 'Athena', turnKind: 'cluster' }, { claims: groups }),
        ]),
  ]);

describe('selectableOptions', () => {
  it('are the groups, which are nobody`s', () => {
    expect(selectableOptions(stormed(['Edge', 'Centre', 'edge']))).toEqual([
      { id: 'A', text: 'Edge', by: null },
      { id: 'B', text: 'Centre', by: null },
    ]);
  });

  it('are the distinct ideas in speaking order where there is no choice among groups', () => {
    const ideas = [
      { id: 'A', text: 'Mesh', by: 'Athena' },
      { id: 'B', text: 'Core', by: 'Apollo' },
    ];
    for (const groups of [null, [], ['Edge'], ['Edge', 'edge.']]) {
      expect(selectableOptions(stormed(groups))).toEqual(ideas);
    }
  });

  it('take a turn without points for one idea', () => {
    const options = selectableOptions(stormed(null, [...idea(0, 'Athena', [], 'A mesh of small nodes')]));
    expect(options).toEqual([{ id: 'A', text: 'A mesh of small nodes', by: 'Athena' }]);
  });

  it('are no more than there are letters', () => {
    const many = Array.from({ length: 40 }, (_, index) => `Idea ${index}`);
    expect(selectableOptions(stormed(many)).at(-1)?.id).toBe('Z');
    expect(selectableOptions(stormed(null, [...idea(0, 'Athena', many)]))).toHaveLength(26);
  });
});
