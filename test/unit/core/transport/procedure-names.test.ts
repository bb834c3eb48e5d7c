import { describe, expect, it } from 'vitest';
import { apiCatalog, type Procedure } from '../../../../core/contract/index.ts';
import { isStreamName, streams } from '../../../../core/transport/procedure-names.ts';

describe('the table of streams', () => {
  it('names the streams of the catalog, all of them and no others', () => {
    const ofCatalog = Object.entries<Procedure>(apiCatalog)
      .filter(([, procedure]) => procedure.kind === 'stream')
      .map(([name]) => name);
    expect(Object.keys(streams).sort()).toEqual(ofCatalog.sort());
    expect(isStreamName('sessions.watch')).toBe(true);
    expect(isStreamName('sessions.list')).toBe(false);
    expect(isStreamName('toString')).toBe(false);
  });

  it('resumes at keys that the procedures take', () => {
    for (const [name, point] of Object.entries(streams)) {
      if (!point) continue;
      const procedure: Procedure = apiCatalog[name as keyof typeof apiCatalog];
      expect(procedure.input.safeParse({ id: 'x', [point.key]: 5 }).data).toMatchObject({ [point.key]: 5 });
    }
  });

  it('finds the place that a message marks', () => {
    const point = streams['sessions.watch'];
    expect(point.after({ kind: 'event', event: { seq: 12 } })).toBe(12);
    expect(point.after({ kind: 'caught-up', seq: 12 })).toBeUndefined();
  });
});
