/**
 * A small JSON document, for questions like "is a server there?". Rejects on any failure, on a status
 * other than 200, and when the signal fires.
 */
export const fetchJson = async (url: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`${new URL(url).host} answered with status ${response.status}`);
  }
  return await response.json();
};
