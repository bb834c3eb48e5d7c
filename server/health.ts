import type { Core } from '../core/app/index.ts';
import { AgentNetError } from '../core/contract/index.ts';

/** Shortest sign of life, and which instance answers; needs no token and tells nothing else. */
export const answerLive = (instance: string): Response =>
  Response.json({ status: 'ok', instance }, { headers: { 'cache-control': 'no-store' } });

/** 200 when the data can be read, else 503. Needs no token, so it does not say why. */
export const answerReady = async (core: Core): Promise<Response> => {
  const ready = await core.api['sessions.list']({ limit: 1 }).then(
    () => true,
    () => false,
  );
  return Response.json(
    { status: ready ? 'ready' : 'not-ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
};

/** The guarded paths beside the API: what works on this machine, and the figures for Prometheus. */
export const answerGuarded = async (core: Core, path: string): Promise<Response> => {
  switch (path) {
    case '/health/detailed':
      return Response.json(await core.api['system.health']({}), { headers: { 'cache-control': 'no-store' } });
    case '/metrics':
      return new Response(core.metrics(), {
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
      });
    default:
      throw new AgentNetError('input/unknown-route', `There is nothing at ${path}.`);
  }
};
