import { describe, expect, it } from 'vitest';
import { readableStream } from '../../../../../renderer/state/session/readable-stream.ts';

describe('readableStream', () => {
  it('leaves prose as it is', () => {
    expect(readableStream('**Position:** keep three voters.\n\nBecause.')).toBe(
      '**Position:** keep three voters.\n\nBecause.',
    );
  });

  it('shows nothing of a thought, also while it lasts', () => {
    expect(readableStream('<thi')).toBe('');
    expect(readableStream('<think>hm, well')).toBe('');
    expect(readableStream('<think>hm</think>\n\nThree voters.')).toBe('Three voters.');
  });

  it('stops at the block for programs, also at half of its fence', () => {
    expect(readableStream('Three voters.\n\n```js')).toBe('Three voters.');
    expect(readableStream('Three voters.\n\n```json\n{"position": "')).toBe('Three voters.');
    expect(readableStream('Use ```ts\ncode\n``` here')).toBe('Use ```ts\ncode\n``` here');
  });

  it('holds the closing line back from its first stars on', () => {
    expect(readableStream('Three voters.\n\n**Conf')).toBe('Three voters.');
    expect(readableStream('Three voters.\n\n**Confidence:** 0.8\n')).toBe('Three voters.');
    expect(readableStream('Three voters.\n\n**Cost** matters')).toBe('Three voters.\n\n**Cost** matters');
  });

  it('never takes back a word of the body while a text grows', () => {
    const whole =
      '**Position:** three.\n\nBecause **two** fail.\n\n**Confidence:** 0.7\n\n```json\n{"a":1}\n```';
    let longest = '';
    for (let length = 1; length <= whole.length; length += 1) {
      const shown = readableStream(whole.slice(0, length)).replace(/[\s*]+$/, '');
      if (shown.length > longest.length) longest = shown;
      expect(longest.startsWith(shown.slice(0, Math.min(shown.length, longest.length)))).toBe(true);
    }
    expect(longest).toBe('**Position:** three.\n\nBecause **two** fail.');
  });
});
