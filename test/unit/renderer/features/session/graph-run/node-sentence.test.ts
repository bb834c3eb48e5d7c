import { describe, expect, it } from 'vitest';
import { nodeSentence } from '../../../../../../renderer/features/session/graph-run/node-sentence.ts';
import { doneNode, nodeRun } from '../../../state/graph-run/node-run.ts';

describe('nodeSentence', () => {
  it('is a node for those who hear it', () => {
    expect(nodeSentence(doneNode('Plan', { agent: 'Athena' }))).toBe('Plan, agent task, Athena, done.');
    const failed = nodeRun('Sum', {
      kind: 'reduce',
      status: 'failed',
      attempts: 3,
      reason: 'No model answered.',
    });
    expect(nodeSentence(failed)).toBe('Sum, reduce, failed, attempt 3, No model answered.');
    const unreviewed = doneNode('Team', { agent: null, reason: 'Nobody has accepted it.' });
    expect(nodeSentence(unreviewed)).toMatch(/done, Nobody has accepted it\.$/);
  });
});
