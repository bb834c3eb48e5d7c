/** Keys are named as this machine names them. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
