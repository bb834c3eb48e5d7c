import { describe, expect, it } from 'vitest';
import {
  clampWidth,
  INSPECTOR_WIDTH,
  widthAfterKey,
} from '../../../../../renderer/ui/layout/inspector-width.ts';

describe('clampWidth', () => {
  it('stays between its bounds', () => {
    expect(clampWidth(100, 1440)).toBe(INSPECTOR_WIDTH.least);
    expect(clampWidth(400.4, 1440)).toBe(400);
    expect(clampWidth(5000, 1440)).toBe(INSPECTOR_WIDTH.most);
  });

  it('leaves half of a narrow window to the main pane', () => {
    expect(clampWidth(640, 960)).toBe(480);
    expect(clampWidth(640, 400)).toBe(INSPECTOR_WIDTH.least);
  });
});

describe('widthAfterKey', () => {
  it('widens to the left and narrows to the right', () => {
    expect(widthAfterKey('ArrowLeft', 340, 1440)).toBe(364);
    expect(widthAfterKey('ArrowRight', 340, 1440)).toBe(316);
    expect(widthAfterKey('Home', 340, 1440)).toBe(INSPECTOR_WIDTH.most);
    expect(widthAfterKey('End', 340, 1440)).toBe(INSPECTOR_WIDTH.least);
  });

  it('leaves other keys alone', () => {
    expect(widthAfterKey('a', 340, 1440)).toBeUndefined();
  });
});
