import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { type LayoutNode, type LayoutWire, layoutQuestion, type Places, placesOf } from './layout-graph.ts';

/**
 * Places for all nodes, found in a worker of its own. An aborted one is ended with its worker and throws the
 * signal's reason.
 */
export const layOut = async (
  nodes: readonly LayoutNode[],
  wires: readonly LayoutWire[],
  grid: number,
  signal: AbortSignal,
): Promise<Places> => {
  signal.throwIfAborted();
  const worker = new Worker(workerUrl);
  const elk = new ELK({ workerFactory: () => worker });
  try {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.addEventListener('error', () => reject(new Error('The layout could not be found.')), {
        once: true,
      });
    });
    return placesOf(await Promise.race([elk.layout(layoutQuestion(nodes, wires)), aborted]), grid);
  } finally {
    worker.terminate();
  }
};
