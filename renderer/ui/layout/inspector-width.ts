/** Widths in pixels. */
export const INSPECTOR_WIDTH = { initial: 340, least: 260, most: 640 } as const;

const STEP = 24;

/** Never so wide that the main pane loses its half of the window. */
export const clampWidth = (width: number, windowWidth: number): number => {
  const most = Math.max(INSPECTOR_WIDTH.least, Math.min(INSPECTOR_WIDTH.most, Math.floor(windowWidth * 0.5)));
  return Math.round(Math.max(INSPECTOR_WIDTH.least, Math.min(most, width)));
};

/** The inspector stands on the right: the left arrow widens it. Undefined for keys that mean nothing here. */
export const widthAfterKey = (key: string, width: number, windowWidth: number): number | undefined => {
  if (key === 'ArrowLeft') return clampWidth(width + STEP, windowWidth);
  if (key === 'ArrowRight') return clampWidth(width - STEP, windowWidth);
  if (key === 'Home') return clampWidth(INSPECTOR_WIDTH.most, windowWidth);
  if (key === 'End') return clampWidth(INSPECTOR_WIDTH.least, windowWidth);
  return undefined;
};
