import type { Node, NodeHandle } from '@xyflow/react';
import { CARD, type CardPort, portBounds } from './card-size.ts';

interface CardPlace {
  readonly id: string;
  readonly place: { readonly x: number; readonly y: number };
  readonly size?: { readonly width: number; readonly height: number };
  readonly inputs: readonly CardPort[];
  readonly outputs: readonly CardPort[];
}

/** What every card tells the library, so that nothing is measured: where it stands, its size and its ports. */
export const flowCard = ({ id, place, size = CARD, inputs, outputs }: CardPlace) =>
  ({
    id,
    position: { x: place.x, y: place.y },
    width: size.width,
    height: size.height,
    measured: { width: size.width, height: size.height },
    handles: [...portBounds(inputs, outputs, size)] as NodeHandle[],
  }) satisfies Partial<Node>;
