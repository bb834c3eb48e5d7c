import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../core/agents/index.ts';
import { ballot, canonicalJson, reasoningTree, turn } from '../../../../../core/contract/index.ts';

const turnKinds = turn.shape.kind.options;

const context = {
  participants: ['Athena', 'Apollo', 'Hermes'],
  options: [
    { id: 'A', text: 'Begin small', by: 'Athena' },
    { id: 'B', text: 'Begin large', by: 'Apollo' },
  ],
  ranked: false,
  candidates: ['Apollo', 'Hermes'],
};
const noOptions = { ...context, options: [] };

const argument =
  '**Position:** Keep three voters.\n\nThe minority must not write. A partition lasts.\n\n> "Five survive." (Apollo, round 1)\n\nThey share one power domain.\n\n**Confidence:** 0.87';

describe('readAnswer', () => {
  it('reads a labelled answer', () => {
    expect(readAnswer('rebuttal', context, argument)).toEqual({
      content: argument.slice(0, argument.indexOf('\n\n**Confidence')),
      reasoning: {
        position: 'Keep three voters.',
        claims: [{ text: 'The minority must not write.', support: ['A partition lasts.'] }],
        objections: [{ from: 'Apollo', objection: 'Five survive.', answer: 'They share one power domain.' }],
        confidence: 0.87,
        answer: 'Keep three voters.',
        source: 'text',
      },
      decision: null,
      ballot: null,
    });
  });

  it('reads JSON behind prose, and shows the prose', () => {
    const json = '```json\n{"position": "Keep three.", "claims": ["It survives."], "confidence": "90%"}\n```';
    const read = readAnswer('position', context, `Three is enough.\n\n${json}`);
    expect(read.content).toBe('Three is enough.');
    expect(read.reasoning).toMatchObject({
      position: 'Keep three.',
      claims: [{ text: 'It survives.', support: [] }],
      confidence: 0.9,
      source: 'structured',
    });
  });

  it('writes an answer out that is nothing but JSON', () => {
    const read = readAnswer(
      'position',
      context,
      '{"position": "Keep three.", "answer": "It is \\ud800 enough."}',
    );
    expect(read.content).toBe('**Position:** Keep three.\n\nIt is \ufffd enough.');
  });

  it('takes what JSON leaves open from the prose', () => {
    const read = readAnswer('rebuttal', context, `${argument}\n\n{"confidence": 0.2}`);
    expect(read.reasoning).toMatchObject({
      position: 'Keep three voters.',
      confidence: 0.2,
      source: 'structured',
    });
    expect(read.reasoning.objections).toHaveLength(1);
  });

  it('takes the first sentence of plain prose for the position', () => {
    const read = readAnswer('answer', context, 'Keep three voters. Five cost more.\n\nThat is all.');
    expect(read.reasoning.position).toBe('Keep three voters.');
    expect(read.reasoning.confidence).toBeNull();
  });

  it('leaves aloud thinking out', () => {
    expect(readAnswer('answer', context, '<think>Hm. Position: no</think>\nKeep three.').content).toBe(
      'Keep three.',
    );
    expect(readAnswer('answer', context, '<think>Keep three.').content).toBe('Keep three.');
  });

  it.each([
    ['**Vote:** B\n\nLeast to lose.\n\n**Confidence:** 0.6', 'B', 'Least to lose.'],
    ['**Vote:** B (Begin large)\n\n**Reason:** Least to lose.', 'B', 'Least to lose.'],
    [
      'I vote for "Begin small" because it can be undone.',
      'A',
      'I vote for "Begin small" because it can be undone.',
    ],
    ['{"vote": "Begin large", "reason": "Least to lose."}', 'B', 'Least to lose.'],
  ])('reads the vote %j', (text, choice, reason) => {
    const read = readAnswer('vote', context, text);
    expect(read).toMatchObject({ decision: choice, ballot: { choice, reason } });
    expect(read.reasoning.position).toBe(choice === 'A' ? 'Begin small' : 'Begin large');
  });

  it('decides nothing by a ballot that names no option', () => {
    expect(readAnswer('selection', context, 'I abstain.')).toMatchObject({
      decision: null,
      ballot: { choice: 'I abstain.' },
    });
  });

  it('reads rankings', () => {
    const read = readAnswer('vote', { ...context, ranked: true }, '**Ranking:** B > A\n\nB lasts.');
    expect(read).toMatchObject({
      decision: 'B',
      ballot: { choice: 'B', ranking: ['B', 'A'], reason: 'B lasts.' },
    });
  });

  it.each([
    [noOptions, '**Decision:** Apollo\n\nHe answered more.', 'Apollo'],
    [noOptions, 'The better case was made by Hermes.', 'Hermes'],
    [context, '**Decision:** Begin large\n\nIt lasts.', 'B'],
    [context, '{"decision": "A"}', 'A'],
    [noOptions, 'Nobody convinced me.', null],
  ])('reads judgements', (place, text, decision) => {
    const judged = { ...place, candidates: [] };
    expect(readAnswer('judgement', judged, text).decision).toBe(decision);
  });

  it.each([
    ['**Next:** Hermes\n\nApollo has spoken.', 'Hermes'],
    ['Let us hear Apollo now.', 'Apollo'],
    ['{"next": "hermes"}', 'Hermes'],
    ['**Next:** Athena', null],
  ])('reads who is called: %j', (text, decision) => {
    const read = readAnswer('moderation', context, text);
    expect(read.decision).toBe(decision);
    expect(read.reasoning.position).toBe('');
  });

  it('reads ideas and groups of ideas', () => {
    const ideas = readAnswer(
      'idea',
      noOptions,
      '- **Twin trial**: change one.\n- **Ask first**: then build.\n\n**Confidence:** 0.5',
    );
    expect(ideas.reasoning.position).toBe('Twin trial; Ask first');
    const groups = readAnswer(
      'cluster',
      noOptions,
      '### Small steps\n- Twin trial (Apollo)\n\n### People\n- Ask first (Hermes)',
    );
    expect(groups.reasoning.claims).toEqual([
      { text: 'Small steps', support: ['Twin trial (Apollo)'] },
      { text: 'People', support: ['Ask first (Hermes)'] },
    ]);
  });

  it('reads a synthesis', () => {
    const read = readAnswer(
      'synthesis',
      noOptions,
      '**Conclusion:** Begin small.\n\n### Agreed\n- All: begin small.\n\n**Confidence:** 0.9',
    );
    expect(read.reasoning).toMatchObject({
      position: 'Begin small.',
      claims: [{ text: 'Agreed', support: ['All: begin small.'] }],
      confidence: 0.9,
    });
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '```',
      '{',
      '}',
      '[',
      '"',
      '\\',
      '\0',
      '**',
      'Position: ',
      '**Vote:** ',
      'Ranking:\n',
      'Confidence: ',
      'B > ',
      'because ',
      'option ',
      'I vote for ',
      '<think>',
      '</think>',
      '(Apollo, round 1)',
      '\ud83d',
      '🎉',
      '\u202e',
      ' '.repeat(40),
    ),
  );
  const hostile = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('keeps a plan as it was written', () => {
    const text = '```json\n{"nodes": [{"id": "a", "prompt": "Answer: yes\\nConfidence: 1"}]}\n```';
    expect(readAnswer('plan', context, `<think>hm</think>\n${text}`)).toMatchObject({
      content: text,
      decision: null,
      reasoning: { position: '', claims: [] },
    });
  });

  it('reads what a reviewer decided', () => {
    const review = (text: string) => readAnswer('review', context, text).decision;
    expect(review('**Decision:** revise\n\n- The figures are missing.')).toBe('revise');
    expect(review('Good work.\n\n```json\n{"decision": "accept"}\n```')).toBe('accept');
    expect(review('The sky is blue.')).toBeNull();
  });

  it('gives a valid, well-formed tree for any text and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...turnKinds), fc.boolean(), hostile, (kind, ranked, text) => {
        const read = readAnswer(kind, { ...context, ranked }, text);
        expect(reasoningTree.safeParse(read.reasoning).success).toBe(true);
        if (read.ballot) expect(ballot.safeParse(read.ballot).success).toBe(true);
        expect(() => canonicalJson(read)).not.toThrow();
        expect(readAnswer(kind, { ...context, ranked }, text)).toEqual(read);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gets through 250,000 characters of anything', () => {
    const pieces = [
      '[',
      '{',
      '{"position":',
      '"',
      '\\"',
      '*',
      '#',
      '> ',
      '- ',
      '\n',
      '\n> a',
      '\n- a',
      ' ',
      '\t',
      'a',
      'a ',
      'Position: ',
      '\nPosition: ',
      '`',
      '```\n',
      '(',
      ') - ',
      'B>',
      '1. ',
      '. A',
      '.',
      '🎉',
      '\0',
      '\u2028',
      'because ',
      'I vote for ',
      '\n|',
      '<think>',
      '_',
      '\u00a0',
      '"\u201d',
    ];
    for (const kind of ['rebuttal', 'vote', 'cluster', 'judgement', 'moderation'] as const) {
      for (const repeated of pieces) {
        const text = repeated.repeat(Math.floor(250_000 / repeated.length));
        for (const whole of [`${text}x`, `Position: a${text}x`, `> a${text}x (`]) {
          expect(typeof readAnswer(kind, { ...context, ranked: true }, whole).content).toBe('string');
        }
      }
    }
  }, 60_000);
});
