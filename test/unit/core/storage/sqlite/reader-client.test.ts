import { describe, expect, it, onTestFinished } from 'vitest';
import type { Head } from '../../../../../core/storage/event-store.ts';
import { openReaderClient } from '../../../../../core/storage/sqlite/reader-client.ts';
import { sessionIdOf, wholeSession } from '../../../../conformance/event-store/sample-drafts.ts';
import { insertSession, openEventDatabase } from './event-database.ts';

const id = sessionIdOf(1);

const open = async () => {
  const file = await openEventDatabase();
  const client = openReaderClient({ path: file.path });
  onTestFinished(() => client.close());
  return { ...file, client };
};

describe('openReaderClient', () => {
  it('answers many requests at once, each with its own', async () => {
    const file = await open();
    const heads = Array.from({ length: 12 }, (_, number) =>
      insertSession(file, sessionIdOf(number), wholeSession(sessionIdOf(number), number)),
    );
    const answers = await Promise.all(
      heads.map((_, number) => file.client.ask<Head>({ kind: 'head', stream: sessionIdOf(number) })),
    );
    expect(answers).toEqual(heads);
  });

  it('rejects what fails, and goes on', async () => {
    const file = await open();
    const head = insertSession(file, id, wholeSession(id, 1));
    expect(await file.client.ask({ kind: 'partials', sessionId: id })).toEqual([]);
    file.database.exec('DROP TABLE journal');
    await expect(file.client.ask({ kind: 'partials', sessionId: id })).rejects.toMatchObject({
      code: 'storage/failed',
    });
    expect(await file.client.ask<Head>({ kind: 'head', stream: id })).toEqual(head);
  });

  it('does not start a thread to close, and answers nothing after it', async () => {
    const { client } = await open();
    await client.close();
    await expect(client.ask({ kind: 'statistics' })).rejects.toMatchObject({ code: 'storage/failed' });
    await client.close();
  });
});
