import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../../core/app/index.ts';
import { type FakeCore, type FakeCoreOptions, fakeCore } from '../../conformance/transport/fake-core.ts';

const refuse = (): never => {
  throw new Error('The server does not ask for this.');
};
const notAskedFor = () => Promise.reject(new Error('A host asks for procedures only.'));

/** A core whose procedures are those of the transport's tests. */
export const standInCore = (options?: FakeCoreOptions): { readonly core: Core; readonly fake: FakeCore } => {
  const fake = fakeCore(options);
  const api = {
    ...fake.api,
    'system.health': async () => ({ status: 'ok', checks: [], running_sessions: 0, uptime_s: 1 }),
  } as unknown as Core['api'];
  const core: Core = {
    api,
    home: '/nowhere',
    runningSessions: () => 0,
    metrics: () => 'agentnet_up 1\n',
    startFromText: notAskedFor,
    startGraphFromText: notAskedFor,
    createAgentFromText: notAskedFor,
    readCalls: refuse,
    call: notAskedFor,
    convertGraph: refuse,
    planAsYaml: refuse,
    reprice: notAskedFor,
    whenEnded: notAskedFor,
    close: async () => undefined,
  };
  return { core, fake };
};

export const SCRIPT = `console.log(${JSON.stringify('x'.repeat(5000))});`;

/** A built page of three files, in a temporary folder. */
export const builtPage = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-page-'));
  mkdirSync(join(folder, 'assets'));
  const entry = '<!doctype html><title>AgentNet</title>';
  writeFileSync(join(folder, 'index.html'), entry);
  writeFileSync(join(folder, 'assets', 'index-Bx3f9_aZ.js'), SCRIPT);
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
};
