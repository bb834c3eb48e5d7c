/** Whether notices may appear on the desktop; `unknown` until the user was asked. */
export type DesktopNotices = 'allowed' | 'refused' | 'unknown' | 'unavailable';

const states = { granted: 'allowed', denied: 'refused', default: 'unknown' } as const;

export const desktopNotices = (): DesktopNotices =>
  typeof Notification === 'undefined' ? 'unavailable' : states[Notification.permission];

/** To be called from a click: browsers ask only then. */
export const askForDesktopNotices = async (): Promise<DesktopNotices> => {
  if (desktopNotices() === 'unknown') await Notification.requestPermission();
  return desktopNotices();
};

/** Shows a notice on the desktop while the page is out of sight; one of the same tag takes the place of the last. */
export const tellDesktop = (tag: string, title: string, body: string): void => {
  if (document.visibilityState === 'visible' || desktopNotices() !== 'allowed') return;
  new Notification(title, { tag, body });
};
