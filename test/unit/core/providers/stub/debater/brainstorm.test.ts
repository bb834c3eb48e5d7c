import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../../core/agents/index.ts';
import { clusterOf, ideasOf } from '../../../../../../core/providers/stub/debater/brainstorm.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const context = { participants: ['Athena'], options: [], ranked: false, candidates: [] };
const titles = (text: string) => [...text.matchAll(/^- \*\*(.*?)\*\*/gm)].map((found) => found[1]);

describe('ideasOf', () => {
  it('has three ideas, and fewer for those who are told to be brief', () => {
    expect(titles(ideasOf(sampleMatter({ kind: 'idea', round: 1 })))).toHaveLength(3);
    const brief = sampleAgent({ style: { brevity: 0.9 } });
    expect(titles(ideasOf(sampleMatter({ kind: 'idea', round: 1, agent: brief })))).toHaveLength(2);
  });

  it('has none twice, and none that was heard', () => {
    const first = ideasOf(sampleMatter({ kind: 'idea', round: 1 }));
    const heard = [sampleTurn({ agent: 'Apollo', content: first, kind: 'idea' })];
    const second = titles(ideasOf(sampleMatter({ kind: 'idea', round: 1, heard })));
    expect(second).toHaveLength(3);
    for (const title of second) expect(titles(first)).not.toContain(title);
  });

  it('says so when it has run dry', () => {
    const everything = Array.from({ length: 12 }, (_, round) => round + 1).reduce((known, round) => {
      const heard = [sampleTurn({ agent: 'Apollo', content: known, kind: 'idea' })];
      return `${known}\n${ideasOf(sampleMatter({ kind: 'idea', round, heard }))}`;
    }, '');
    expect(everything).toContain('Take the first idea again');
  });
});

describe('clusterOf', () => {
  it('puts every idea into exactly one group, with its author', () => {
    const heard = ['Athena', 'Apollo'].map((name, speakerIndex) =>
      sampleTurn({
        agent: name,
        speakerIndex,
        kind: 'idea',
        content: `${ideasOf(sampleMatter({ kind: 'idea', round: 1, agent: sampleAgent({ name }) }))}\n- An idea of another model`,
      }),
    );
    const text = clusterOf(
      sampleMatter({ kind: 'cluster', agent: sampleAgent({ name: 'Synthesizer' }), heard }),
    );
    const { claims } = readAnswer('cluster', context, text).reasoning;
    const sorted = claims.flatMap((claim) => claim.support);
    expect(sorted).toHaveLength(8);
    expect(new Set(claims.map((claim) => claim.text)).size).toBe(claims.length);
    expect(sorted).toEqual(expect.arrayContaining(['An idea of another model (Apollo)']));
  });

  it('says so when nothing was heard', () => {
    expect(clusterOf(sampleMatter({ kind: 'cluster' }))).toContain('No ideas were heard yet');
  });
});
