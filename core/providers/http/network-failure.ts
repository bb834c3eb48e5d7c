import { AgentNetError } from '../../contract/index.ts';

/** What a person can do about the system's code; the code itself is in the message. */
const explanations: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the network',
  ETIMEDOUT: 'the connection was not answered',
  UND_ERR_CONNECT_TIMEOUT: 'the connection was not answered',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  UND_ERR_INVALID_ARG: 'the key or the address holds characters that cannot be sent',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS; try http:// instead of https://',
};

/** Codes of a connection that stood and broke, so that the request may have been received. */
const brokenOff = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_ABORTED', 'ECONNABORTED']);

/** The system's code, wherever it hides: `fetch failed` keeps it in its cause, several addresses in a list. */
export const networkCode = (thrown: unknown): string | undefined => {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  if ('errors' in thrown && Array.isArray(thrown.errors)) {
    const code = networkCode(thrown.errors[0]);
    if (code !== undefined) return code;
  }
  return 'cause' in thrown ? networkCode(thrown.cause) : undefined;
};

/** A request that got no answer, as `provider/unreachable`, or `provider/cut` where the connection stood. */
export const networkFailure = (thrown: unknown, model: string, host: string): AgentNetError => {
  const code = networkCode(thrown);
  if (code !== undefined && brokenOff.has(code)) {
    return new AgentNetError(
      'provider/cut',
      `${host} closed the connection to ${model} before it answered.`,
      {
        remedy: 'Try again; if it happens every time, look at the log of the server.',
        data: { host, network_code: code },
      },
    );
  }
  const why = code === undefined ? 'no connection' : (explanations[code] ?? code);
  return new AgentNetError('provider/unreachable', `${model} cannot be reached at ${host}: ${why}.`, {
    remedy:
      'Check that the server runs and that the address is right (base_url in config.yaml, or its variable).',
    data: { host, ...(code !== undefined && { network_code: code }) },
  });
};
