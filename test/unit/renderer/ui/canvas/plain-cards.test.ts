import { describe, expect, it } from 'vitest';
import { cardsToChange, isFar, isPlain, type Sight } from '../../../../../renderer/ui/canvas/plain-cards.ts';

const sight = (zoom: number, x = 0, y = 0): Sight => ({ transform: [x, y, zoom], width: 800, height: 600 });
const box = (x: number, y: number) => ({ x, y, width: 240, height: 104 });
const many = 101;

describe('isPlain', () => {
  it('holds for every card from afar, where no word can be read', () => {
    expect([isFar(sight(0.39)), isFar(sight(0.4))]).toEqual([true, false]);
    expect(isPlain(box(0, 0), sight(0.3), 1)).toBe(true);
  });

  it('holds out of sight only where there are many', () => {
    expect(isPlain(box(5000, 0), sight(1), 100)).toBe(false);
    expect(isPlain(box(5000, 0), sight(1), many)).toBe(true);
    expect(isPlain(box(300, 200), sight(1), many)).toBe(false);
  });

  it('begins some way outside of each side, in pixels of the screen', () => {
    const sides = [box(919, 0), box(0, 719), box(-359, 0), box(0, -223)];
    expect(sides.map((one) => isPlain(one, sight(1), many))).toEqual([false, false, false, false]);
    const beyond = [box(921, 0), box(0, 721), box(-361, 0), box(0, -225)];
    expect(beyond.map((one) => isPlain(one, sight(1), many))).toEqual([true, true, true, true]);
    expect(isPlain(box(1839, 0), sight(0.5), many)).toBe(false);
    expect(isPlain(box(5000, 0), sight(1, -4500), many)).toBe(false);
  });
});

describe('cardsToChange', () => {
  it('names those drawn otherwise than they should be, the middle of the sight first', () => {
    const cards = [
      { card: 'corner', box: box(0, 0), plain: true },
      { card: 'middle', box: box(280, 248), plain: true },
      { card: 'right already', box: box(300, 100), plain: false },
    ];
    expect(cardsToChange(cards, sight(1))).toEqual(['middle', 'corner']);
    expect(cardsToChange(cards, sight(0.2))).toEqual(['right already']);
  });
});
