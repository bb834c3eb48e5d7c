import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { lineRecords } from '../../../../../core/providers/ollama/line-records.ts';

const errors = {
  malformed: (what: string) => new AgentNetError('provider/malformed', what),
  reported: () => new AgentNetError('provider/server', 'reported'),
};

const run = async (pieces: readonly Uint8Array[], layout: 'lines' | 'spread' = 'lines') => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  let text = '';
  try {
    for await (const records of lineRecords(body, errors, layout)) {
      expect(records).not.toHaveLength(0);
      for (const record of records) text += `${JSON.stringify(record)}\n`;
    }
    return { text, code: null };
  } catch (thrown) {
    return { text, code: thrown instanceof AgentNetError ? thrown.code : 'internal' };
  }
};
const whole = (text: string) => run([new TextEncoder().encode(text)]);

describe('lineRecords', () => {
  it('gives the same lines however the bytes are cut', async () => {
    const text = '{"a":"é"}\n{"b":"東京 🙂"}\n\n{"c":1}\n';
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (places) => {
        const cuts = [0, ...[...places].sort((a, b) => a - b), bytes.length];
        const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index] ?? 0, end));
        expect(await run(pieces)).toEqual({ text: text.replace('\n\n', '\n'), code: null });
      }),
      { seed: 14, numRuns: 100 },
    );
  });

  it('gives the lines before a bad one, and then its error', async () => {
    expect(await whole('{"a":1}\noops\n{"b":2}\n')).toEqual({
      text: '{"a":1}\n',
      code: 'provider/malformed',
    });
    expect(await whole('{"a":1}\n5\n')).toEqual({ text: '{"a":1}\n', code: 'provider/malformed' });
    expect(await whole('{"a":1}\n{"error":"x"}\n')).toEqual({ text: '{"a":1}\n', code: 'provider/server' });
  });

  it('takes a last line that is whole without its end, and leaves out one that is cut', async () => {
    expect(await whole('{"a":1}\n{"b":2}')).toEqual({ text: '{"a":1}\n{"b":2}\n', code: null });
    expect(await whole('{"a":1}\n{"b":')).toEqual({ text: '{"a":1}\n', code: null });
    expect(await whole('{"a":1}\n{"error":"x"}')).toEqual({ text: '{"a":1}\n', code: 'provider/server' });
  });

  it('passes the failure of its source on, and its own end back', async () => {
    const broken = new AgentNetError('provider/cut', 'broke off');
    const failing = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(broken) });
    await expect(lineRecords(failing, errors).next()).rejects.toBe(broken);
  });

  it('gives the body up at the line that says done, and when its reader leaves', async () => {
    let cancelled = 0;
    const open = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":1}\n{"done":true}\n')),
        cancel: () => {
          cancelled += 1;
        },
      });
    const lists: unknown[] = [];
    for await (const records of lineRecords(open(), errors)) lists.push(records);
    expect(lists).toEqual([[{ a: 1 }, { done: true }]]);
    expect(cancelled).toBe(1);
    for await (const _records of lineRecords(open(), errors)) break;
    expect(cancelled).toBe(2);
  });

  const SEED = 20_261_121;
  it(`puts an object over several lines on one, and lines as they are, however they are cut: seed ${SEED}`, async () => {
    const object = { a: 'é', b: { c: '東京 🙂\n' }, d: [1, 2] };
    const layouts = fc.constantFrom(
      { text: JSON.stringify(object, null, 2), lines: `${JSON.stringify(object)}\n` },
      { text: `\n${JSON.stringify(object, null, '\t')}\n`, lines: `${JSON.stringify(object)}\n` },
      { text: JSON.stringify(object), lines: `${JSON.stringify(object)}\n` },
      { text: '{"a":1}\n{"b":2}\n', lines: '{"a":1}\n{"b":2}\n' },
    );
    const property = fc.asyncProperty(layouts, fc.array(fc.nat(200)), async ({ text, lines }, places) => {
      const bytes = new TextEncoder().encode(text);
      const cuts = [0, ...places.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length];
      const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index] ?? 0, end));
      expect(await run(pieces, 'spread')).toEqual({ text: lines, code: null });
    });
    await fc.assert(property, { seed: SEED });
  });

  it('refuses an object over several lines that is cut, or that nobody said may be so', async () => {
    const bytes = [new TextEncoder().encode('{\n  "a": 1\n}')];
    expect(await run(bytes)).toMatchObject({ code: 'provider/malformed' });
    const cut = [new TextEncoder().encode('{\n  "a": 1\n')];
    expect(await run(cut, 'spread')).toMatchObject({ text: '', code: 'provider/malformed' });
  });
});
