import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window stood when it was last seen. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 640;
const DEFAULT_WIDTH = 1440;
const DEFAULT_HEIGHT = 900;
/** So much of the window must be on a display for a user to get hold of it. */
const GRIP = 120;

/** The remembered place if it can still be seen, else a window of the usual size in the middle of the first display. */
export const placeWindow = (
  remembered: WindowState | undefined,
  displays: readonly Bounds[],
): WindowState => {
  if (remembered && displays.some((display) => overlaps(remembered.bounds, display))) return remembered;
  const [area = { x: 0, y: 0, width: DEFAULT_WIDTH, height: DEFAULT_HEIGHT }] = displays;
  const width = Math.max(MIN_WIDTH, Math.min(DEFAULT_WIDTH, area.width));
  const height = Math.max(MIN_HEIGHT, Math.min(DEFAULT_HEIGHT, area.height));
  return {
    bounds: {
      x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
      y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
      width,
      height,
    },
    maximized: remembered?.maximized ?? false,
  };
};

const overlaps = (window: Bounds, display: Bounds): boolean =>
  window.x + window.width - GRIP > display.x &&
  window.x + GRIP < display.x + display.width &&
  // The title bar must be reachable, so the top edge may not be above the display.
  window.y >= display.y &&
  window.y + GRIP < display.y + display.height;

/** What was stored, if it is what this version stores. */
export const readWindowState = (file: string): WindowState | undefined => {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>;
    const { x, y, width, height } = value.bounds ?? {};
    const sound = [x, y, width, height].every(Number.isSafeInteger) && typeof value.maximized === 'boolean';
    if (!sound || Number(width) < MIN_WIDTH || Number(height) < MIN_HEIGHT) return undefined;
    return value as WindowState;
  } catch {
    return undefined;
  }
};

/** Stored whole or not at all; where it cannot be stored, the window opens at its usual place next time. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
};
