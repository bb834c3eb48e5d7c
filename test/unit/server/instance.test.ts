import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Claim, claimInstance } from '../../../server/instance.ts';

let home: string;
const servers: { close: () => unknown }[] = [];
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'agentnet-instance-')), 'not', 'there', 'yet');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  for (const server of servers.splice(0)) server.close();
});

const serveLive = async (instance: string) => {
  const server = createServer((_request, response) =>
    response.end(JSON.stringify({ status: 'ok', instance })),
  );
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'secret', instance };
};
const ours = (claim: Claim) => {
  if (claim.kind !== 'ours') throw new Error('The folder is taken.');
  return claim;
};
const file = () => join(home, 'serve.json');

describe('claimInstance', () => {
  it('gives the folder to the first, and the first one’s address to the second', async () => {
    const first = ours(await claimInstance(home));
    const address = await serveLive('one');
    await first.announce(address);
    expect(await claimInstance(home)).toEqual({ kind: 'taken', pid: process.pid, address });
    await first.release();
    ours(await claimInstance(home));
  });

  it('waits for one that is just starting', async () => {
    const first = ours(await claimInstance(home));
    const second = claimInstance(home);
    const address = await serveLive('one');
    await first.announce(address);
    expect(await second).toMatchObject({ kind: 'taken', address });
  });

  it.runIf(process.platform !== 'win32')('lets nobody else read the token', async () => {
    await ours(await claimInstance(home)).announce(await serveLive('one'));
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readFileSync(file(), 'utf8')).toContain('secret');
  });

  it.each([
    [
      'whose process is gone',
      { pid: 2 ** 22 + 5, claim: 'x', url: 'http://127.0.0.1:9', token: 't', instance: 'i' },
    ],
    [
      'whose number another program has',
      { pid: process.pid, claim: 'x', url: 'http://127.0.0.1:9', token: 't', instance: 'i' },
    ],
    ['that died while it started', { pid: 2 ** 22 + 5, claim: 'x' }],
    ['that is not whole', 'nonsense'],
  ])('takes over from one %s', async (_name, left) => {
    await ours(await claimInstance(home)).release();
    writeFileSync(file(), typeof left === 'string' ? left : JSON.stringify(left));
    const claim = ours(await claimInstance(home));
    const address = await serveLive('two');
    await claim.announce(address);
    expect(await claimInstance(home)).toMatchObject({ kind: 'taken', address });
  });

  it('takes over where another AgentNet has the port of a dead one', async () => {
    const address = await serveLive('another');
    await ours(await claimInstance(home)).announce({ ...address, instance: 'dead' });
    ours(await claimInstance(home));
  });

  it('says when the folder cannot be one', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'agentnet-instance-')), 'file');
    writeFileSync(file, '');
    for (const home of [file, join(file, 'below')]) {
      await expect(claimInstance(home)).rejects.toMatchObject({
        code: 'storage/failed',
        where: { file: home },
      });
    }
  });

  it('does not take the file of a successor away', async () => {
    const first = ours(await claimInstance(home));
    await first.announce({ url: 'http://127.0.0.1:9', token: 't', instance: 'i' });
    const second = ours(await claimInstance(home));
    await first.release();
    const address = await serveLive('two');
    await second.announce(address);
    expect(await claimInstance(home)).toMatchObject({ kind: 'taken', address });
  });

  it('lets one of many that find a dead one’s file have it', async () => {
    await ours(await claimInstance(home)).release();
    writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 5, claim: 'x' }));
    const address = await serveLive('winner');
    const claims = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const claim = await claimInstance(home);
        if (claim.kind === 'ours') await claim.announce(address);
        return claim.kind;
      }),
    );
    expect(claims.filter((kind) => kind === 'ours')).toHaveLength(1);
  });
});
