import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../../../core/orchestration/protocols/protocol-of.ts';
import { specification } from './specification.ts';
import { roundStarted, spoken } from './state-after.ts';
import { turnStarted } from './synthetic-turn.ts';

const due = (changes: Parameters<typeof specification>[0], events: readonly Parameters<typeof fold>[1][]) => {
  const protocol = protocolOf('debate');
  const state = protocol.initial(specification(changes));
  for (const event of events) protocol.fold(state, event);
  return protocol.next(state);
};
const { fold } = protocolOf('debate');

describe('the turns that are due', () => {
  it('come one by one in a sequential round, and each hears those before', () => {
    const place = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'position' } as const;
    expect(due({}, [roundStarted(1, 'positions')])).toMatchObject([
      { agent: 'Athena', speakerIndex: 0, hears: { round: 1, speakerIndex: 0 } },
    ]);
    expect(due({}, [roundStarted(1, 'positions'), turnStarted(place)])).toEqual([]);
    expect(due({}, [roundStarted(1, 'positions'), ...spoken(place)])).toMatchObject([
      { agent: 'Apollo', speakerIndex: 1, hears: { round: 1, speakerIndex: 1 } },
    ]);
  });

  it('come all at once in a parallel round, and hear only earlier rounds', () => {
    const speakers = ['Athena', 'Apollo', 'Hermes'];
    const turns = due({ strategy: 'parallel' }, [roundStarted(1, 'positions', speakers, 'parallel')]);
    expect(turns).toHaveLength(3);
    for (const turn of turns) expect(turn).toMatchObject({ hears: { round: 1, speakerIndex: 0 } });
  });

  it('begin with the moderator, who chooses among those who have not spoken', () => {
    const [first] = due({ strategy: 'moderated' }, [roundStarted(1, 'positions')]);
    expect(first).toMatchObject({ agent: 'Moderator', turnKind: 'moderation' });
    const place = { round: 1, speakerIndex: 0, agent: 'Moderator', turnKind: 'moderation' } as const;
    const called = [roundStarted(1, 'positions'), ...spoken(place, { decision: 'Hermes' })];
    expect(due({ strategy: 'moderated' }, called)).toMatchObject([{ agent: 'Hermes' }]);
  });

  it('leave out who is passed over', () => {
    const skip = { type: 'speaker-skipped' as const, data: { by: 'user', round: 1, agent: 'Athena' } };
    expect(due({}, [roundStarted(1, 'positions'), skip])).toMatchObject([{ agent: 'Apollo' }]);
  });
});
