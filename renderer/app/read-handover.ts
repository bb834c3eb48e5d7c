/** What the address says when the page is opened by its host: the token, and the screen to begin with. */
interface Handover {
  readonly token: string | null;
  /** The fragment without the token, as it may stand in the address bar. */
  readonly fragment: string;
}

/** Reads `#token=...`, alone or before the path of a screen: `#token=abc&to=/sessions/42`. */
export const readHandover = (fragment: string): Handover => {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith('token=')) return { token: null, fragment };
  const parameters = new URLSearchParams(text);
  const token = parameters.get('token');
  const to = parameters.get('to') ?? '/';
  return { token: token === '' ? null : token, fragment: `#${to.startsWith('/') ? to : '/'}` };
};
