import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

const graphFile = (home: string, text: string, name = 'graph.yaml') => {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
};

describe('agentnet graph', () => {
  it('checks a graph, for people and for scripts', async () => {
    const home = newHome();
    const sound = graphFile(home, 'nodes: [{ id: a }, { id: b, deps: [a] }]');
    expect(await agentnet(home, 'graph', 'check', sound)).toMatchObject({
      code: 0,
      out: '2 nodes, ready to run.\n',
    });
    const broken = graphFile(home, 'nodes: [{ id: a, deps: [b] }, { id: b, deps: [a] }]');
    expect(await agentnet(home, 'graph', 'check', broken)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('a → b → a'),
    });
    const machine = await agentnet(home, 'graph', 'check', broken, '--json');
    expect(machine.lines()).toMatchObject([{ ok: false, problems: [{ code: 'cycle', node: 'a' }] }]);
  });

  it('converts to the other notation', async () => {
    const home = newHome();
    const file = graphFile(home, '# c\nnodes: [{ id: a }]');
    const json = await agentnet(home, 'graph', 'convert', file);
    expect(JSON.parse(json.out)).toEqual({ nodes: [{ id: 'a' }] });
    expect(json.err).toContain('comments');
    const back = await agentnet(home, 'graph', 'convert', graphFile(home, json.out, 'graph.json'));
    expect(back.out).toBe('nodes:\n  - id: a\n');
  });

  it('refuses what it cannot do', async () => {
    const home = newHome();
    const file = graphFile(home, 'nodes: [{ id: a }]');
    for (const words of [
      ['check'],
      ['draw', file],
      ['convert', file, '--to', 'xml'],
      ['check', 'nowhere.json'],
    ]) {
      expect(await agentnet(home, 'graph', ...words)).toMatchObject({ code: 2, out: '' });
    }
  });
});
