import { expect, it } from 'vitest';
import { nodeComplaint } from '../../../cli/node-version.ts';

it('lets Node 24 and newer pass, and tells an older one how to start', () => {
  for (const version of ['24.0.0', '24.21.0', '100.0.0']) expect(nodeComplaint(version)).toBeUndefined();
  for (const version of ['20.11.1', '23.9.0', '2.4.0'])
    expect(nodeComplaint(version)).toContain('npx agentnet');
});
