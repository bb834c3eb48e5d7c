import { expect, it } from 'vitest';
import type { SessionId } from '../../../../../../core/contract/index.ts';
import { replaySession } from '../../../../../../core/orchestration/index.ts';
import { openEngineBench } from '../../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';

const diamond = {
  nodes: [
    { id: 'scope', prompt: 'Say what the question is.' },
    { id: 'left', prompt: 'Argue for it: {{scope.output}}', deps: ['scope'] },
    { id: 'right', prompt: 'Argue against it.', deps: ['scope'] },
    { id: 'end', prompt: 'Sum up.', deps: ['left', 'right'] },
  ],
};

it('runs a graph from its first node to its last, and replays to the same bytes', async () => {
  const bench = await openEngineBench();
  const run = await bench.create(createdWorkflow(diamond));
  await run.start();
  const ended = await run.ended;
  expect(ended).toMatchObject({ outcome: 'completed', exit_code: 0, stub: true });
  const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
  expect(report).toMatchObject({ equal: true, first_difference: null });
});
