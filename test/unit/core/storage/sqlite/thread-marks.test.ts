import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { threadMarks } from '../../../../../core/storage/sqlite/thread-marks.ts';

describe('the marks of the two threads', () => {
  it('say what is committed to whoever holds the same memory', () => {
    const writer = threadMarks();
    const main = threadMarks(writer.shared);
    expect(main.committedFrom(1)).toBe(0);
    writer.committed(3);
    expect(main.committedFrom(1)).toBe(3);
    expect(main.commits).toBe(1);
  });

  it('want a message unless the main thread looks by itself', () => {
    const marks = threadMarks();
    expect(marks.committed(1)).toBe(false);
    marks.look(true);
    expect(marks.committed(2)).toBe(true);
    marks.look(false);
    expect(marks.committed(3)).toBe(false);
  });

  it('say nothing of what is behind a batch that is told of in a message', () => {
    const marks = threadMarks();
    marks.committed(1);
    marks.told(2);
    marks.committed(4);
    // 2 is on its way: neither it nor what is behind it may be taken for committed.
    expect(marks.committedFrom(1)).toBe(0);
    expect(marks.committedFrom(2)).toBe(0);
    expect(marks.committedFrom(3)).toBe(4);
    expect(marks.commits).toBe(3);
  });

  it('wake a thread that waits for a part', async () => {
    const marks = threadMarks();
    expect(marks.parts).toBe(0);
    const worker = new Worker(
      `const { workerData, parentPort } = require('node:worker_threads');
       parentPort.postMessage('waits');
       Atomics.wait(new Int32Array(workerData), 0, 0);
       parentPort.postMessage('woken');`,
      { eval: true, workerData: marks.shared },
    );
    const said: string[] = [];
    await new Promise<void>((resolve) => {
      worker.on('message', (word: string) => {
        said.push(word);
        if (word === 'waits') marks.partPosted();
        else resolve();
      });
    });
    expect(said).toEqual(['waits', 'woken']);
    expect(marks.parts).toBe(1);
    // There is one by now, so nothing is waited for.
    marks.awaitPart(0);
  });
});
