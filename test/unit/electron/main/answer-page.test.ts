import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerPage } from '../../../../electron/main/answer-page.ts';

const root = mkdtempSync(join(tmpdir(), 'agentnet-app-'));
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<title>AgentNet</title>');
writeFileSync(join(folder, 'assets', 'a-12345678.js'), 'let a;');
writeFileSync(join(root, 'secret.js'), 'secret');
symlinkSync(join(root, 'secret.js'), join(folder, 'link.js'));

const answer = answerPage(folder);
const ask = (path: string, method = 'GET') => answer({ url: `app://agentnet${path}`, method });

describe('answerPage', () => {
  it('gives the entry page, with its policy, at every address of a screen', async () => {
    for (const path of ['/', '/index.html', '/sessions/1', '/agents/Athena@1.0.0']) {
      const response = await ask(path);
      expect(await response.text()).toContain('AgentNet');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|nonce|\*|http/);
    }
  });

  it('gives files with their type', async () => {
    const response = await ask('/assets/a-12345678.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('let a;');
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/link.js',
    '/none.js',
    '/%E0%A4.js',
  ])('gives nothing for %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('answers no other host and no other method', async () => {
    expect((await answer({ url: 'app://evil/assets/a-12345678.js', method: 'GET' })).status).toBe(404);
    expect((await ask('/', 'POST')).status).toBe(404);
  });
});
