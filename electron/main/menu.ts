import type { MenuItemConstructorOptions } from 'electron';

interface MenuFacts {
  readonly mac: boolean;
  /** Developer tools are for those who run the source. */
  readonly packaged: boolean;
}

/** The menu bar: what a system's users expect, with its usual keys. What the app can do is in its own palette. */
export const menuTemplate = ({ mac, packaged }: MenuFacts): MenuItemConstructorOptions[] => [
  ...(mac ? [{ role: 'appMenu' } as const] : []),
  { role: 'fileMenu' },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'reload' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  { role: 'windowMenu' },
];
