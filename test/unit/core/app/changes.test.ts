import { expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';

it('tells of sessions that change and of those that are deleted, until the reader leaves', async () => {
  const { api, whenEnded } = await openCore();
  const leave = new AbortController();
  const statuses: string[] = [];
  const reading = (async () => {
    for await (const change of api['sessions.changes']({}, { signal: leave.signal })) {
      if (change.kind === 'changed') statuses.push(change.session.status);
      else leave.abort();
    }
  })();
  const { id } = await api['sessions.create'](debate());
  await whenEnded(id);
  await api['sessions.delete']({ id });
  await reading;
  expect(statuses.every((status) => status === 'running' || status === 'ended')).toBe(true);
});
