import { describe, expect, it } from 'vitest';
import {
  BLANK_SPECIFICATION,
  readSpecification,
  textOfSpecification,
  withMode,
  writeSpecification,
} from '../../../../../renderer/features/new-session/specification-text.ts';
import { snapshot } from '../../state/session/sample-snapshot.ts';

const text = `# why we run this
mode: debate # or consensus
topic: An edge network
agents: [Athena@1.0.0, Apollo]
budget:
  tokens: 1000
`;

describe('readSpecification', () => {
  it('gives the data, and nothing for what is no map', () => {
    expect(readSpecification(text)).toMatchObject({ mode: 'debate', budget: { tokens: 1000 } });
    expect(readSpecification('')).toEqual({});
    expect(readSpecification('mode: [debate')).toBeUndefined();
    expect(readSpecification('- a list')).toBeUndefined();
  });

  it('does not unfold a text that refers to itself', () => {
    expect(readSpecification('a: &x [1]\nb: [*x, *x]')).toBeUndefined();
  });
});

describe('writeSpecification', () => {
  it('changes one value and leaves comments, order and style', () => {
    expect(writeSpecification(text, ['topic'], 'A core network')).toBe(text.replace('An edge', 'A core'));
    expect(writeSpecification(text, ['agents'], ['Hermes', 'Apollo'])).toBe(
      text.replace('[Athena@1.0.0, Apollo]', '[Hermes, Apollo]'),
    );
  });

  it('adds what was not there, groups too', () => {
    const changed = writeSpecification(text, ['convergence', 'threshold'], 0.9);
    expect(readSpecification(changed)).toMatchObject({ convergence: { threshold: 0.9 } });
  });

  it('replaces a plain value by a group', () => {
    const changed = writeSpecification('mode: debate\nconvergence: true\n', ['convergence'], {
      methods: ['lexical'],
      threshold: 0.7,
    });
    expect(readSpecification(changed)).toMatchObject({
      convergence: { methods: ['lexical'], threshold: 0.7 },
    });
  });

  it('takes a key away, and an emptied group with it', () => {
    const withTurn = writeSpecification(text, ['budget', 'turn', 'usd'], 0.05);
    expect(readSpecification(withTurn)).toMatchObject({ budget: { tokens: 1000, turn: { usd: 0.05 } } });
    expect(writeSpecification(withTurn, ['budget', 'turn', 'usd'], undefined)).toBe(text);
    const fresh = writeSpecification('mode: debate\n', ['budget', 'turn', 'seconds'], 30);
    expect(readSpecification(fresh)).toEqual({ mode: 'debate', budget: { turn: { seconds: 30 } } });
    expect(writeSpecification(fresh, ['budget', 'turn', 'seconds'], undefined)).toBe('mode: debate\n');
    expect(writeSpecification(text, ['budget', 'tokens'], undefined)).not.toContain('budget');
    expect(writeSpecification(text, ['seed'], undefined)).toBe(text);
  });

  it('keeps a topic of several lines readable', () => {
    const changed = writeSpecification(text, ['topic'], 'First line.\nSecond line: with a colon.');
    expect(readSpecification(changed)?.['topic']).toBe('First line.\nSecond line: with a colon.');
  });

  it('leaves a broken text alone', () => {
    expect(writeSpecification('mode: [debate', ['topic'], 'x')).toBe('mode: [debate');
  });

  it('begins from nothing', () => {
    expect(readSpecification(writeSpecification('', ['mode'], 'debate'))).toEqual({ mode: 'debate' });
  });
});

describe('textOfSpecification', () => {
  it('writes what was chosen and reads back as it was', () => {
    const { specification } = snapshot();
    const data = readSpecification(textOfSpecification({ ...specification, judge: 'Critic@1.0.0' }));
    expect(data).toMatchObject({
      name: 'edge',
      agents: specification.agents,
      judge: 'Critic@1.0.0',
      seed: 0,
    });
    expect(data).not.toHaveProperty('model');
    expect(data).not.toHaveProperty('budget');
  });
});

describe('BLANK_SPECIFICATION', () => {
  it('is readable', () => {
    expect(readSpecification(BLANK_SPECIFICATION)).toMatchObject({ mode: 'debate', topic: null });
  });
});

describe('withMode', () => {
  it('takes away what has no effect in tasks, and comes back without what has none in talk', () => {
    const tasks = withMode(BLANK_SPECIFICATION, 'delegation');
    expect(readSpecification(tasks)).toEqual({
      mode: 'delegation',
      topic: null,
      agents: ['Athena', 'Apollo'],
      seed: 1,
    });
    const chosen = writeSpecification(tasks, ['delegation', 'approve'], 'auto');
    expect(readSpecification(withMode(chosen, 'debate'))).not.toHaveProperty('delegation');
  });

  it('keeps everything between modes that talk', () => {
    expect(withMode(BLANK_SPECIFICATION, 'consensus')).toBe(
      BLANK_SPECIFICATION.replace('mode: debate', 'mode: consensus'),
    );
  });
});
