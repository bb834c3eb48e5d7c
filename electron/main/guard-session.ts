import type { Session } from 'electron';
import { isPageUrl } from './page-address.ts';

/** Copying to the clipboard, which the page does when it is asked to; nothing else is allowed. */
const ALLOWED = 'clipboard-sanitized-write';

/** Refuses every permission but the one above, and that one to all but our page. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === ALLOWED && isPageUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === ALLOWED && isPageUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
};
