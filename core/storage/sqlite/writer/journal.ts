import type Database from 'better-sqlite3';
import type { PartialText } from '../../event-store.ts';

/** Text of unfinished turns. All functions run inside the caller's transaction. */
export interface Journal {
  keep(sessionId: string, partials: readonly PartialText[]): void;
  clear(sessionId: string, taskIds: readonly string[]): void;
}

export const openJournal = (database: Database.Database): Journal => {
  const put = database.prepare('INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM journal WHERE session_id = ? AND task_id = ?');
  return {
    keep: (sessionId, partials) => {
      for (const one of partials) {
        const { taskId, callId, round, speakerIndex, agent, kind, text, at } = one;
        put.run(sessionId, taskId, callId, round, speakerIndex, agent, kind, text, at);
      }
    },
    clear: (sessionId, taskIds) => {
      for (const taskId of taskIds) drop.run(sessionId, taskId);
    },
  };
};
