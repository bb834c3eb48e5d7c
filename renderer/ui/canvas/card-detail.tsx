import { type ReactFlowState, useNodeId, useStoreApi } from '@xyflow/react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { cardsToChange, isPlain, type SeenCard } from './plain-cards.ts';

/** Cards that change their look in one frame: all of a large graph at once would be felt. */
const CARDS_A_FRAME = 6;
/** While somebody zooms nothing is read: cards change when the zoom has rested for so many milliseconds. */
const ZOOM_REST_MS = 80;
const MARK = 'data-plain';

interface DrawnCard {
  readonly element: HTMLElement;
  readonly draw: (plain: boolean) => void;
}

/** The cards that are on the canvas now, by id. */
const CardsContext = createContext<Map<string, DrawnCard>>(new Map());

/** Around a canvas. */
export const CardsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [cards] = useState(() => new Map<string, DrawnCard>());
  return <CardsContext value={cards}>{children}</CardsContext>;
};

/** Says which cards are drawn whole: what is not seen is neither laid out nor searched by the pointer. */
export const CardDetail = () => {
  const cards = useContext(CardsContext);
  const store = useStoreApi();
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const some = () => {
      frame = 0;
      const sight = store.getState();
      const drawn = [...cards].map(([id, card]) => ({
        card,
        box: boxOf(sight, id),
        plain: card.element.hasAttribute(MARK),
      }));
      const changing = cardsToChange(drawn, sight);
      // Within this frame: later, the browser would lay out twice.
      flushSync(() => {
        for (const { element, draw } of changing.slice(0, CARDS_A_FRAME)) draw(element.toggleAttribute(MARK));
      });
      if (changing.length > CARDS_A_FRAME) soon();
    };
    const soon = () => {
      if (frame === 0 && timer === undefined) frame = requestAnimationFrame(some);
    };
    const afterZoom = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      frame = 0;
      timer = setTimeout(() => {
        timer = undefined;
        soon();
      }, ZOOM_REST_MS);
    };
    soon();
    const stop = store.subscribe((now, before) => {
      if (now.transform[2] !== before.transform[2]) afterZoom();
      else if (now.transform !== before.transform || now.width !== before.width || now.nodes !== before.nodes)
        soon();
    });
    return () => {
      stop();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [cards, store]);
  return null;
};

/** For a card: whether it is drawn plain, and what its outermost element is to be told to. */
export const useCardDetail = () => {
  const cards = useContext(CardsContext);
  const store = useStoreApi();
  const id = useNodeId() ?? '';
  const [plain, draw] = useState(() => {
    const sight = store.getState();
    return isPlain(boxOf(sight, id), sight, sight.nodes.length);
  });
  const ref = useCallback(
    (card: HTMLElement | null) => {
      const element = card?.closest<HTMLElement>('.react-flow__node') ?? null;
      if (element === null) return;
      const sight = store.getState();
      const isNow = isPlain(boxOf(sight, id), sight, sight.nodes.length);
      element.toggleAttribute(MARK, isNow);
      draw(isNow);
      cards.set(id, { element, draw });
      return () => {
        cards.delete(id);
      };
    },
    [cards, store, id],
  );
  return { plain, ref };
};

const boxOf = ({ nodeLookup }: ReactFlowState, id: string): SeenCard => {
  const node = nodeLookup.get(id);
  const { x, y } = node?.internals.positionAbsolute ?? { x: 0, y: 0 };
  return { x, y, width: node?.width ?? 0, height: node?.height ?? 0 };
};
