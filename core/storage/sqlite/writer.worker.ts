import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { realEffects } from '../../effects/index.ts';
import { migrations } from '../migrations/migrations.ts';
import { upcasters } from '../upcasters.ts';
import type { FromWriter, ToWriter, WriterData } from './messages.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { type StorageFailure, storageFailure } from './storage-failure.ts';
import { threadMarks } from './thread-marks.ts';
import { openWriterLoop } from './writer/writer-loop.ts';

/** The writer thread: the only connection of this process that writes. */
const port = parentPort;
if (!port) throw new Error('writer.worker runs in a worker thread only');
const { path, marks: shared, now, migratedVersion } = workerData as WriterData;
const { clock } = realEffects;
const marks = threadMarks(shared);

const post = (message: FromWriter): void => {
  if (message.kind === 'settled') {
    if (message.outcomes.length > 0) marks.told(message.through);
    else if (marks.committed(message.through)) return;
  }
  port.postMessage(message);
};
const receive = (): ToWriter | undefined => receiveMessageOnPort(port)?.message as ToWriter | undefined;
/** The main thread posts the parts of a batch in one go: they come within microseconds, so it looks before it sleeps. */
const LOOKS = 2_000;
const waitForPart = (): ToWriter => {
  for (;;) {
    const seen = marks.parts;
    const message = receive();
    if (message) return message;
    let looks = LOOKS;
    while (looks > 0 && marks.parts === seen) looks -= 1;
    if (looks === 0) marks.awaitPart(seen);
  }
};
const refuse = (failure: StorageFailure): void => {
  post({ kind: 'not-opened', failure });
  port.close();
};

const opened = openDatabase(path, migrations, clock);
if (opened.kind === 'refused') {
  refuse(opened.failure);
} else {
  const { database } = opened;
  try {
    await migrate(database, migrations, { path, clock, now, eventVersion: migratedVersion });
    const inbox = { receive, waitForPart };
    const closed = () => port.close();
    const loop = openWriterLoop({ database, path, clock, upcasters, inbox, post, closed });
    port.on('message', (message: ToWriter) => loop.receive(message));
    post({ kind: 'ready' });
  } catch (error) {
    database.close();
    refuse(storageFailure(error, path));
  }
}
