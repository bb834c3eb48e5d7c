import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** Serves the given bodies by path, every event in a write of its own, from a thread of its own. */
const server = createServer((request, response) => {
  const { type, events } = workerData.bodies[request.url?.split('?')[0] ?? ''] ?? { type: '', events: [] };
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': type });
    for (const event of events) response.write(event);
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
