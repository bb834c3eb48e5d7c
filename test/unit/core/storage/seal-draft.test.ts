import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type EventDraft } from '../../../../core/contract/index.ts';
import { eventHash } from '../../../../core/storage/event-chain.ts';
import { canonicalData, sealDraft, wellFormed } from '../../../../core/storage/seal-draft.ts';
import { settingsDraft } from '../../../conformance/event-store/sample-drafts.ts';

describe('sealDraft', () => {
  it('gives a draft its place, its time and its hash', () => {
    const { event, text } = sealDraft(settingsDraft(1), 'system', 4, 99, 'prev');
    expect(text).toBe('{"changes":{"number":1}}');
    expect(event).toEqual({
      seq: 4,
      session_id: 'system',
      type: 'settings-changed',
      version: 1,
      at: 99,
      data: { changes: { number: 1 } },
      prev: 'prev',
      hash: eventHash('prev', 'settings-changed', 1, 99, text),
    });
  });

  it('keeps the data itself when nothing has to be mended', () => {
    const draft = settingsDraft(1);
    expect(sealDraft(draft, 'system', 1, 0, '').event.data).toBe(draft.data);
  });

  it('refuses what JSON has no form for', () => {
    const draft = { type: 'settings-changed', data: { changes: { a: [undefined] } } } as EventDraft;
    expect(() => sealDraft(draft, 'system', 1, 0, '')).toThrow(/no form for/);
  });
});

describe('wellFormed', () => {
  it('replaces halves of surrogate pairs in texts and names, at any depth', () => {
    expect(wellFormed({ 'a\ud83e': ['ok', { b: 'x\udc00y' }], c: 1 })).toEqual({
      'a\ufffd': ['ok', { b: 'x\ufffdy' }],
      c: 1,
    });
  });

  it('is the same value where there is nothing to mend, and always has a canonical form', () => {
    const texts = fc.string({ unit: 'binary' });
    const broken = fc
      .array(fc.integer({ min: 0xd700, max: 0xe000 }), { maxLength: 6 })
      .map((units) => String.fromCharCode(...units));
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(texts, broken, fc.integer(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(texts, broken), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        const { data, text } = canonicalData(value);
        expect(canonicalJson(data)).toBe(text);
        expect(text.isWellFormed()).toBe(true);
        expect(wellFormed(data)).toBe(data);
      }),
      { verbose: true },
    );
  });
});
