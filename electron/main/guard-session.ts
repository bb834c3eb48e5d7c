import type { Session } from 'electron';
import { isPageUrl } from './page-address.ts';

/** Copying to the clipboard, which the page does when it is asked to, and notices on the desktop; nothing else. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications']);

/** Refuses every permission but those above, and those to all but our page. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(allowed.has(permission) && isPageUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.has(permission) && isPageUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
};
