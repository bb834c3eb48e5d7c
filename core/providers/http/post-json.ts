/** Sends a small JSON document by POST. Rejects on any failure, on a status other than 2xx, and when the signal fires. */
export const postJson = async (url: string, document: object, signal: AbortSignal): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    signal,
    redirect: 'error',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${new URL(url).host} answered with status ${response.status}`);
};
