import type { WireData, WireEdge } from './wire.tsx';

interface WireEnds {
  readonly id: string;
  readonly from: string;
  /** The port that it begins at. */
  readonly port: string;
  readonly to: string;
}

/** A wire as the library wants it; `toPort` is where wires of this canvas end. */
export const flowWire = ({ id, from, port, to }: WireEnds, toPort: string, data: WireData) =>
  ({
    id,
    type: 'wire',
    source: from,
    sourceHandle: port,
    target: to,
    targetHandle: toPort,
    data,
  }) satisfies WireEdge;
