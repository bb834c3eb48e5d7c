import { webAddress } from '../http/index.ts';

const STANDARD_PORT = '11434';

/**
 * `OLLAMA_HOST` as people set it for the server and its client alike: `myhost`, `:8080`, `0.0.0.0:11434`,
 * `https://example.net/ollama`. An address that means "all interfaces" is read as this machine.
 */
export const ollamaAddress = (text: string): string => {
  const given = text.trim();
  const hasProtocol = /^[a-z]+:\/\//i.test(given);
  const url = new URL(
    webAddress(hasProtocol ? given : `http://${given.startsWith(':') ? '127.0.0.1' : ''}${given}`),
  );
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname === '[::]') url.hostname = '[::1]';
  if (!hasProtocol && url.port === '' && !/:\d+$/.test(given)) url.port = STANDARD_PORT;
  return url.href.replace(/\/+$/, '');
};
