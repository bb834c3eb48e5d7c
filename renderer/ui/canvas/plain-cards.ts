/** Below this zoom the words of a card cannot be read and are not drawn. */
const FAR = 0.4;
/** Up to so many cards all are drawn whole, in sight or not. */
const FEW = 100;
/** Cards so many pixels of the screen outside of the sight are drawn whole before they come into it. */
const AROUND = 120;

/** What is seen: the shift and zoom of the canvas, and its size in pixels. */
export interface Sight {
  readonly transform: readonly [x: number, y: number, zoom: number];
  readonly width: number;
  readonly height: number;
}

/** A card by its place, in pixels of the canvas. */
export interface SeenCard {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether one looks from so far that shapes are all there is to see. */
export const isFar = ({ transform }: Pick<Sight, 'transform'>): boolean => transform[2] < FAR;

/** Whether a card is drawn without its words and ports: from afar, or out of sight of a canvas with many. */
export const isPlain = (card: SeenCard, sight: Sight, count: number): boolean => {
  if (isFar(sight)) return true;
  if (count <= FEW) return false;
  const [left, top, zoom] = sight.transform;
  const [x, y] = [card.x * zoom + left, card.y * zoom + top];
  return (
    x > sight.width + AROUND ||
    y > sight.height + AROUND ||
    x + card.width * zoom < -AROUND ||
    y + card.height * zoom < -AROUND
  );
};

interface DrawnCard<Card> {
  readonly card: Card;
  readonly box: SeenCard;
  readonly plain: boolean;
}

/** The cards that are to be drawn otherwise than they are, those nearest to the middle of the sight first. */
export const cardsToChange = <Card>(cards: readonly DrawnCard<Card>[], sight: Sight): readonly Card[] => {
  const [left, top, zoom] = sight.transform;
  const distanceOf = ({ x, y, width, height }: SeenCard): number =>
    Math.hypot(
      (x + width / 2) * zoom + left - sight.width / 2,
      (y + height / 2) * zoom + top - sight.height / 2,
    );
  return cards
    .filter(({ box, plain }) => isPlain(box, sight, cards.length) !== plain)
    .sort((one, other) => distanceOf(one.box) - distanceOf(other.box))
    .map(({ card }) => card);
};
