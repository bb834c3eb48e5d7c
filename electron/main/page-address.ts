/** The page has an origin of its own, so that it needs no rights of files and no web server. */
export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'agentnet';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** True for every address of our own page, and for nothing that only looks like one. */
export const isPageUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${PAGE_SCHEME}:` && parsed.host === PAGE_HOST && parsed.username === '';
};

/** An address that may be given to the system's browser: the web over TLS, without a name and password in it. */
export const isExternalUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return (
    parsed?.protocol === 'https:' &&
    parsed.hostname !== '' &&
    parsed.username === '' &&
    parsed.password === ''
  );
};
