import { AgentNetError } from '../../contract/index.ts';

/** An http or https address without a slash at its end. Throws `input/invalid`, and shows no password in it. */
export const webAddress = (text: string): string => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url && (url.username !== '' || url.password !== '')) {
    throw new AgentNetError('input/invalid', `The address of ${url.host} holds a user name or a password.`, {
      remedy: 'Take it out of the address; a key is given as env:NAME or keychain:NAME.',
    });
  }
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href.replace(/\/+$/, '');
  const shown = text.trim().replace(/\/\/[^@/]*@/, '//');
  throw new AgentNetError('input/invalid', `"${shown}" is no address of a server.`, {
    remedy: 'Write it like http://127.0.0.1:8000/v1.',
  });
};

/** True for a server on this machine. */
export const isLoopback = (address: string): boolean => {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
};
