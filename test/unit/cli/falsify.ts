import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Changes one letter of one stored event, past every guard of the database. */
export const falsify = (home: string, id: string, seq: number): void => {
  const database = new Database(join(home, 'agentnet.db'));
  for (const { name } of database.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[]) {
    database.exec(`drop trigger "${name}"`);
  }
  database
    .prepare("update events set data = replace(data, 'e', 'E') where session_id = ? and seq = ?")
    .run(id, seq);
  database.close();
};
