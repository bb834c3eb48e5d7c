import { describe, expect, it } from 'vitest';
import type { CountedVote } from '../../../../../../core/agents/index.ts';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';
import { positionText } from '../../../../../../core/providers/stub/debater/positions.ts';
import { synthesise } from '../../../../../../core/providers/stub/debater/synthesise.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const agent = sampleAgent({ name: 'Synthesizer', style: {} });
const says = (name: string, styles: readonly string[]) => {
  const held = lenses.filter((lens) => lens.styles.some((style) => styles.includes(style)));
  const text = positionText(sampleMatter(), held, 'none');
  return sampleTurn({
    agent: name,
    position: text,
    content: `**Position:** ${text}`,
    speakerIndex: name.charCodeAt(0),
  });
};
const written = (heard: readonly ReturnType<typeof sampleTurn>[]) =>
  synthesise(sampleMatter({ kind: 'synthesis', agent, heard }));

describe('synthesise', () => {
  it('says what two thirds share, who asks for more, and what to do', () => {
    const text = written([
      says('Apollo', ['risk', 'logic']),
      says('Athena', ['risk']),
      says('Hermes', ['evidence']),
    ]);
    expect(text).toContain(
      '**Conclusion:** In designing a resilient edge network, keep every step reversible.',
    );
    expect(text).toContain('- Apollo and Athena: keep every step reversible.');
    expect(text).toContain('- Apollo would also decide openly');
    expect(text).toContain('- Hermes would also compare');
    expect(text).toContain('### Next steps\n- Name the day');
  });

  it('says that nothing was agreed when nothing was', () => {
    const text = written([says('Apollo', ['risk']), says('Athena', ['logic']), says('Hermes', ['evidence'])]);
    expect(text).toContain('no common position was reached; most support went to the demand to');
    expect(text).toContain('### Agreed\n- Nothing beyond the question itself.');
  });

  const ballot = (name: string, option: string) =>
    sampleTurn({ agent: name, kind: 'vote', content: `**Vote:** ${option.charAt(0)}`, position: option });

  it('reports the vote by the texts of the options', () => {
    const text = written([
      ballot('Apollo', 'Begin small'),
      ballot('Athena', 'Begin small'),
      ballot('Hermes', 'Wait'),
    ]);
    expect(text).toContain('**Conclusion:** Begin small. It was the first choice of 2 of 3.');
  });

  it('says when the first choices were split', () => {
    const text = written([ballot('Apollo', 'Begin small'), ballot('Athena', 'Wait')]);
    expect(text).toContain('the first choices were split between 2 options');
  });

  it('reports a vote as it was counted, whatever the ballots look like', () => {
    const tally = {
      ...{ round: 2, method: 'ranked_choice', counts: { A: 1, B: 1 }, steps: [], turnout: 1 },
      ...{ quorum_met: true, winner: 'B', fallback: null, dissent: [], why: 'B is left.' },
    } as const;
    const options = [
      { id: 'A', text: 'Begin small', by: 'Apollo' },
      { id: 'B', text: 'Wait', by: null },
    ];
    const opened = { round: 2, method: 'ranked_choice', quorum: 0.5, options } as const;
    const asked = (winner: 'B' | null) =>
      synthesise(
        sampleMatter({
          kind: 'synthesis',
          agent,
          heard: [ballot('Apollo', 'Begin small'), ballot('Athena', 'Wait')],
          vote: { opened, tally: { ...tally, winner }, decided: winner } as unknown as CountedVote,
        }),
      );
    expect(asked('B')).toContain('**Conclusion:** Wait. It was decided (A 1, B 1).');
    expect(asked(null)).toContain('nothing was decided: no option had what the vote asks for (A 1, B 1).');
  });

  it('lists where other models stand', () => {
    const text = written([
      sampleTurn({ agent: 'Apollo', content: '**Position:** Bikes are nice.', position: 'Bikes are nice.' }),
      sampleTurn({ agent: 'Athena', content: '**Position:** Bikes are nice.', position: 'Bikes are nice.' }),
      sampleTurn({ agent: 'Hermes', content: 'Buses are nicer.\nMuch.', position: 'Buses are nicer.' }),
    ]);
    expect(text).toContain(
      '2 of 3 speakers on a resilient edge network came to the same result: Bikes are nice.',
    );
    expect(text).toContain('- Hermes: Buses are nicer.');
  });

  it('says so when nobody has spoken', () => {
    expect(written([])).toContain('Nobody has spoken yet.');
  });
});
