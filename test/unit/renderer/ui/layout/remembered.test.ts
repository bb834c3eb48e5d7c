import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  asBoolean,
  asNumber,
  asString,
  recall,
  remember,
} from '../../../../../renderer/ui/layout/remembered.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

describe('recall and remember', () => {
  beforeEach(() => vi.stubGlobal('localStorage', memory()));
  afterEach(() => vi.unstubAllGlobals());

  it('gives back what was kept', () => {
    remember('panel.width', 320);
    expect(recall('panel.width', asNumber)).toBe(320);
  });

  it('takes a value of another shape for absent', () => {
    remember('panel.width', 'wide');
    expect(recall('panel.width', asNumber)).toBeUndefined();
    localStorage.setItem('agentnet.panel.width', '{broken');
    expect(recall('panel.width', asNumber)).toBeUndefined();
  });

  it('forgets on undefined', () => {
    remember('draft', 'text');
    remember('draft', undefined);
    expect(recall('draft', asString)).toBeUndefined();
  });

  it('does without a store', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(() => remember('open', true)).not.toThrow();
    expect(recall('open', asBoolean)).toBeUndefined();
  });
});
