import { describe, expect, it } from 'vitest';
import { capitalised } from '../../../../../../core/providers/stub/debater/lens.ts';

describe('capitalised', () => {
  it('begins a sentence', () => {
    expect(capitalised('the engineers on call')).toBe('The engineers on call');
    expect(capitalised('')).toBe('');
  });
});
