import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCore } from '../../../../scripts/dev/core-process.mjs';

let folder: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agentnet-dev-'));
  program = join(folder, 'program.mjs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('startCore', () => {
  it('gives what the program says when it is ready, and ends it in peace', async () => {
    writeFileSync(
      program,
      `import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => { writeFileSync('${folder}/tidy', ''); process.exit(0); });
       console.log(JSON.stringify({ url: 'http://127.0.0.1:1/', token: process.argv.slice(2).join(' ') }));
       setInterval(() => {}, 1000);`,
    );
    const core = await startCore(program, ['--port', '9']);
    expect(core.ready).toEqual({ url: 'http://127.0.0.1:1/', token: 'serve --json --port 9' });
    await core.stop();
    rmSync(join(folder, 'tidy'));
  });

  it('throws when the program ends before it is ready', async () => {
    writeFileSync(program, 'process.exit(4);');
    await expect(startCore(program, [])).rejects.toThrow('exit code 4');
  });
});
