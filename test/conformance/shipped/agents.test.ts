import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chooseStyle, fingerprintOf } from '../../../core/agents/index.ts';
import { agentDefinition } from '../../../core/contract/index.ts';

const folder = 'resources/agents';
const agents = readdirSync(folder).map((file) => ({
  file,
  agent: agentDefinition.parse(parse(readFileSync(`${folder}/${file}`, 'utf8'))),
}));
const required = ['Athena', 'Apollo', 'Hermes', 'Planner', 'Synthesizer', 'Moderator', 'Critic'];

describe('shipped agents', () => {
  it('hold everybody that modes and samples count on', () => {
    expect(agents.map(({ agent }) => agent.name)).toEqual(expect.arrayContaining(required));
  });

  it.each(agents)('$file is a version with the default chain, in a file of its name', ({ file, agent }) => {
    expect(file).toBe(`${agent.name.toLowerCase()}.yaml`);
    expect(agent.version).toBe('1.0.0');
    expect(agent.models).toEqual(['default']);
  });

  it.each(agents)('$file has a role of 100 to 250 words that fits a small context', ({ agent }) => {
    const words = agent.role.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(100);
    expect(words).toBeLessThanOrEqual(250);
  });

  it.each(agents)('$file uses styles of the table and says which apply', ({ agent }) => {
    const { fragments, insights } = chooseStyle(agent.style);
    expect(insights.filter((insight) => insight.includes('unknown'))).toEqual([]);
    expect(fragments.length).toBeGreaterThanOrEqual(3);
  });

  it('differ in role and in leading styles', () => {
    const leading = agents.map(({ agent }) =>
      chooseStyle(agent.style)
        .fragments.slice(0, 2)
        .map(({ style }) => style)
        .join(),
    );
    expect(new Set(leading).size).toBe(agents.length);
    expect(new Set(agents.map(({ agent }) => fingerprintOf(agent))).size).toBe(agents.length);
  });
});
