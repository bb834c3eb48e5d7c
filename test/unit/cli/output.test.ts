import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../cli/output.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('createOutput', () => {
  it('waits for a slow reader', async () => {
    const pipe = new PassThrough({ highWaterMark: 4 });
    const output = createOutput(pipe, () => undefined);
    let written = 0;
    const writing = (async () => {
      for (let n = 0; n < 10; n += 1) {
        await output.write('1234');
        written += 1;
      }
    })();
    await settle();
    expect(written).toBeLessThan(3);
    pipe.resume();
    await writing;
    await output.flushed();
    expect(written).toBe(10);
  });

  it('tells once when the reader has gone, and never waits for it', async () => {
    let gone = 0;
    const broken = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })),
    });
    const output = createOutput(broken, () => {
      gone += 1;
    });
    await output.write('a line');
    await settle();
    await output.write('another');
    await output.flushed();
    expect(gone).toBe(1);
  });
});
