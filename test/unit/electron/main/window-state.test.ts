import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '../../../../electron/main/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const state = { bounds: { x: 100, y: 100, width: 1200, height: 800 }, maximized: false };
const at = (x: number, y: number) => ({ ...state, bounds: { ...state.bounds, x, y } });

describe('placeWindow', () => {
  it('puts the window where it was, if it can be seen there', () => {
    expect(placeWindow(state, [screen])).toBe(state);
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(placeWindow(at(-1500, 50), [screen, left])).toEqual(at(-1500, 50));
  });

  it.each([
    [-1500, 50],
    [1900, 50],
    [50, -200],
    [50, 1000],
  ])('brings a window at %i, %i back', (x, y) => {
    expect(placeWindow(at(x, y), [screen]).bounds).toEqual({ x: 240, y: 90, width: 1440, height: 900 });
  });

  it('begins in the middle, no larger than the display and no smaller than it can be used', () => {
    expect(placeWindow(undefined, [{ x: 0, y: 24, width: 1280, height: 700 }])).toEqual({
      bounds: { x: 0, y: 24, width: 1280, height: 700 },
      maximized: false,
    });
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 800, height: 600 }]).bounds).toMatchObject({
      width: 960,
      height: 640,
    });
    expect(placeWindow(undefined, []).bounds.width).toBe(1440);
    expect(placeWindow({ ...at(9000, 0), maximized: true }, [screen]).maximized).toBe(true);
  });
});

describe('the stored state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-window-'));

  it('comes back as it was, and leaves no other file', () => {
    const file = join(folder, 'new', 'window.json');
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    expect(readdirSync(join(folder, 'new'))).toEqual(['window.json']);
  });

  it.each(['', '{', 'null', '{}', '{"bounds":{"x":0,"y":0,"width":1,"height":1},"maximized":false}'])(
    'is not believed when it is %j',
    (text) => {
      const file = join(folder, 'bad.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toBeUndefined();
    },
  );

  it('does not stop the app where it cannot be stored', () => {
    writeWindowState(join(folder, 'bad.json', 'below', 'a', 'file'), state);
    expect(readWindowState(join(folder, 'none'))).toBeUndefined();
  });
});
