import { describe, expect, it } from 'vitest';
import { mode, sessionStatus, strategy } from '../../../../../core/contract/index.ts';
import {
  allOutcomes,
  allStatuses,
  canRetry,
  describeOutcome,
  describeSession,
  hasRounds,
  modeWords,
  phaseWord,
  shortModel,
  startVerb,
  strategyWords,
  turnKindWord,
} from '../../../../../renderer/state/words/session-words.ts';

describe('describeSession', () => {
  it('says how an ended session ended, and else what it does', () => {
    expect(describeSession('ended', 'converged')).toEqual({ mark: 'done', word: 'converged' });
    expect(describeSession('running', null)).toEqual({ mark: 'running', word: 'running' });
    expect(describeSession('interrupted', null)).toEqual({ mark: 'flagged', word: 'interrupted' });
  });

  it('has a word of its own for every outcome', () => {
    const words = allOutcomes.map((outcome) => describeOutcome(outcome).word);
    expect(new Set(words).size).toBe(words.length);
  });

  it('knows every status of the contract', () => {
    expect([...allStatuses].sort()).toEqual([...sessionStatus.options].sort());
  });
});

describe('canRetry', () => {
  it('holds for sessions that a failed turn ended', () => {
    expect(allOutcomes.filter(canRetry).sort()).toEqual(['failed', 'no-provider']);
    expect(canRetry(undefined)).toBe(false);
  });
});

describe('words', () => {
  it('knows every mode and strategy of the contract', () => {
    expect(Object.keys(modeWords).sort()).toEqual([...mode.options].sort());
    expect(Object.keys(strategyWords).sort()).toEqual([...strategy.options].sort());
  });

  it('begins a button with a verb', () => {
    expect(startVerb('debate')).toBe('Run debate');
    expect(startVerb('single')).toBe('Ask agent');
  });

  it('reads phases and kinds as words', () => {
    expect(phaseWord('diverge')).toBe('ideas apart');
    expect(turnKindWord('idea')).toBe('ideas');
  });
});

describe('shortModel', () => {
  it('drops the provider and keeps what is left of odd names', () => {
    expect(shortModel('stub/debater')).toBe('debater');
    expect(shortModel('huggingface/meta/llama')).toBe('llama');
    expect(shortModel('plain')).toBe('plain');
    expect(shortModel('odd/')).toBe('odd/');
  });
});

describe('hasRounds', () => {
  it('is what modes that talk have, and those that work do not', () => {
    expect(mode.options.filter((one) => !hasRounds(one))).toEqual(['delegation', 'workflow']);
  });
});
