import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, type SpokenTurn } from '../../../../../../core/agents/index.ts';
import { turn } from '../../../../../../core/contract/index.ts';
import { writeDebate } from '../../../../../../core/providers/stub/debater/write-debate.ts';
import { sampleAgent, sampleBrief, sampleTurn } from '../../../agents/sample-brief.ts';
import { stubPrompt } from '../stub-prompt.ts';

const turnKinds = turn.shape.kind.options;

const agents = [
  sampleAgent({ name: 'Athena', style: { logic: 0.9, evidence: 0.6 } }),
  sampleAgent({ name: 'Apollo', style: { creativity: 0.9, empathy: 0.5 } }),
  sampleAgent({ name: 'Hermes', style: { pragmatism: 0.9, brevity: 0.7 } }),
];

/** A debate of six rounds as the engine would hold it. */
const debate = (seed: number, topic: string): readonly SpokenTurn[] => {
  const heard: SpokenTurn[] = [];
  for (let round = 1; round <= 6; round += 1) {
    for (const [speakerIndex, agent] of agents.entries()) {
      const kind = round === 1 ? 'position' : round === 6 ? 'closing' : 'rebuttal';
      const changes = { agent, round, kind, topic, heard: [...heard] } as const;
      const read = readAnswer(kind, sampleBrief(changes), writeDebate(stubPrompt(changes), seed));
      heard.push(
        sampleTurn({
          agent: agent.name,
          speakerIndex,
          round,
          kind,
          content: read.content,
          position: read.reasoning.position,
          confidence: read.reasoning.confidence,
        }),
      );
    }
  }
  return heard;
};
const lastPositions = (turns: readonly SpokenTurn[]) => new Set(turns.slice(-3).map((turn) => turn.position));

describe('writeDebate', () => {
  it('writes something for every kind of turn that is read back whole', () => {
    const heard = [sampleTurn({ content: 'A quorum of five sites survives the loss of any two of them.' })];
    const options = [
      { id: 'A', text: 'Begin small', by: 'Apollo' },
      { id: 'B', text: 'Wait', by: null },
    ];
    // Plans are written by the stub that plans.
    for (const kind of turnKinds.filter((one) => one !== 'plan')) {
      for (const form of ['labelled', 'labelled-and-json'] as const) {
        const changes = { kind, form, heard, options, candidates: ['Apollo', 'Hermes'] };
        const read = readAnswer(kind, sampleBrief(changes), writeDebate(stubPrompt(changes), 7));
        expect(read.content.length).toBeGreaterThan(10);
        expect(read.content).not.toContain('undefined');
        if (kind !== 'moderation') expect(read.reasoning.position).not.toBe('');
        if (kind !== 'moderation' && kind !== 'cluster') expect(read.reasoning.confidence).not.toBeNull();
        if (['vote', 'selection', 'judgement', 'moderation'].includes(kind))
          expect(read.decision).not.toBeNull();
      }
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const turns = debate(7, 'Designing a resilient edge network');
    expect(debate(7, 'Designing a resilient edge network')).toEqual(turns);
    expect(debate(8, 'Designing a resilient edge network')).not.toEqual(turns);
  });

  it('ends in agreement for some seeds and not for others', () => {
    const ends = Array.from(
      { length: 20 },
      (_, seed) => lastPositions(debate(seed, 'Designing a resilient edge network')).size,
    );
    expect(ends).toContain(1);
    expect(ends.some((size) => size > 1)).toBe(true);
  });

  it('begins apart', () => {
    expect(
      new Set(
        debate(3, 'Tea or coffee')
          .slice(0, 3)
          .map((turn) => turn.position),
      ).size,
    ).toBe(3);
  });

  it('quotes only what was said', () => {
    const turns = debate(11, 'Should cities ban private cars from their centres?');
    for (const [index, turn] of turns.entries()) {
      for (const found of turn.content.matchAll(/^> "(.*)" \((\w+), round (\d+)\)$/gm)) {
        const source = turns
          .slice(0, index)
          .find((one) => one.agent === found[2] && one.round === Number(found[3]));
        expect(source?.content).toContain(found[1]);
      }
    }
  });

  it('gets along with any topic and any words of other models', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.constantFrom(...turnKinds),
        fc.nat(),
        (topic, content, kind, seed) => {
          const heard = [sampleTurn({ content, position: content.slice(0, 80) })];
          const text = writeDebate(stubPrompt({ topic, heard, kind, candidates: ['Apollo'] }), seed);
          expect(text.length).toBeGreaterThan(10);
          expect(text.length).toBeLessThan(8_000);
          expect(text).not.toContain('undefined');
        },
      ),
    );
  });
});
