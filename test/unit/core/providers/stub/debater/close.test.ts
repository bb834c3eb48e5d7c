import { describe, expect, it } from 'vitest';
import { close } from '../../../../../../core/providers/stub/debater/close.ts';
import { sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const apollo = sampleTurn({
  content: '**Position:** Build on it.\n\nA quorum of five sites survives the loss of any two of them.',
});

describe('close', () => {
  it('says what changed, what divides and what to do', () => {
    const { parts, label } = close(sampleMatter({ kind: 'closing', round: 6, heard: [apollo] }));
    expect(label?.name).toBe('Position');
    const claims = parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
    expect(claims).toHaveLength(3);
    expect(claims[2]).toMatch(/^What to do now: /);
  });
});
