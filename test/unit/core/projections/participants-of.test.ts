import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../../core/contract/index.ts';
import { nameOf, participantsOf } from '../../../../core/projections/participants-of.ts';
import { created } from './session-log.ts';

describe('participantsOf', () => {
  it('lists the speakers in order, then moderator, judge and synthesizer, nobody twice', () => {
    const { data } = created({
      agents: ['Apollo@1.2.0', 'Athena@1.0.0'],
      judge: 'Athena@1.0.0',
      moderator: 'Ghost@9.0.0',
    }) as { data: EventData<'session-created'> };
    expect(participantsOf(data)).toEqual([
      {
        name: 'Apollo',
        version: '1.2.0',
        description: 'Apollo speaks',
        chain: ['ollama/llama3.2', 'stub/debater'],
      },
      { name: 'Athena', version: '1.0.0', description: 'Athena speaks', chain: ['stub/debater'] },
      { name: 'Ghost', version: '', description: '', chain: [] },
      { name: 'Synthesizer', version: '1.0.0', description: 'Synthesizer speaks', chain: ['stub/debater'] },
    ]);
  });
});

describe('nameOf', () => {
  it('leaves the version out', () => {
    expect(nameOf('Athena@1.0.0')).toBe('Athena');
    expect(nameOf('Athena')).toBe('Athena');
  });
});
