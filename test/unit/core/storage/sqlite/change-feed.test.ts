import { describe, expect, it } from 'vitest';
import type { StoreChange } from '../../../../../core/storage/event-store.ts';
import { openChangeFeed } from '../../../../../core/storage/sqlite/change-feed.ts';

describe('openChangeFeed', () => {
  it('tells every listener, until it stops listening', () => {
    const feed = openChangeFeed(() => {});
    const heard: [string, StoreChange][] = [];
    const stopA = feed.listen((change) => heard.push(['a', change]));
    const stopB = feed.listen((change) => heard.push(['b', change]));
    feed.tell({ kind: 'foreign' });
    stopA();
    feed.tell({ kind: 'deleted', sessionId: 's' });
    stopB();
    feed.tell({ kind: 'foreign' });
    expect(heard).toEqual([
      ['a', { kind: 'foreign' }],
      ['b', { kind: 'foreign' }],
      ['b', { kind: 'deleted', sessionId: 's' }],
    ]);
  });

  it('watches other processes only while somebody listens', () => {
    const watching: boolean[] = [];
    const feed = openChangeFeed((on) => watching.push(on));
    const listener = () => {};
    const [a, b] = [feed.listen(listener), feed.listen(listener)];
    a();
    a();
    expect(watching).toEqual([true]);
    b();
    expect(watching).toEqual([true, false]);
    feed.listen(listener)();
    expect(watching).toEqual([true, false, true, false]);
  });

  it('goes on when a listener leaves while it is told', () => {
    const feed = openChangeFeed(() => {});
    const heard: string[] = [];
    const stop = feed.listen(() => {
      heard.push('a');
      stop();
    });
    feed.listen(() => heard.push('b'));
    feed.tell({ kind: 'foreign' });
    feed.tell({ kind: 'foreign' });
    expect(heard).toEqual(['a', 'b', 'b']);
  });
});
