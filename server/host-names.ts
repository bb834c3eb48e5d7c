import { isIP } from 'node:net';
import { hostname } from 'node:os';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERYWHERE = ['0.0.0.0', '::'];

/** True where only this machine can reach the address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** An address as it stands in a URL: IPv6 in brackets. */
export const urlHost = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

/**
 * Which `Host` headers are ours. A page of somebody else can have its own name resolve to this machine (DNS
 * rebinding), but it cannot make the browser send another name than that one; so loopback names, the address that
 * was asked for, and, when listening everywhere, plain addresses and this machine's name are safe.
 */
export const knownHost = (listening: string, port: number): ((header: string | undefined) => boolean) => {
  const names = new Set([...LOOPBACK, urlHost(listening).toLowerCase()]);
  const everywhere = EVERYWHERE.includes(listening);
  if (everywhere) names.add(hostname().toLowerCase());
  return (header) => {
    const [, name = '', portText] = /^(\[[0-9a-f:.]+\]|[^:/@\s]+)(?::(\d+))?$/i.exec(header ?? '') ?? [];
    if (Number(portText ?? 80) !== port) return false;
    if (names.has(name.toLowerCase())) return true;
    return everywhere && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  };
};
