import { describe, expect, it } from 'vitest';
import { AgentNetError, type ErrorCode, errorCodes } from '../../../../core/contract/index.ts';
import {
  isKeyRefusal,
  isServiceFailure,
  retryRuleOf,
  toldWaitMs,
} from '../../../../core/resilience/retry-rule.ts';

const failure = (code: ErrorCode, data: Record<string, unknown> = {}) =>
  new AgentNetError(code, 'x', { data });
const providerCodes = (Object.keys(errorCodes) as ErrorCode[]).filter((code) => code.startsWith('provider/'));

describe('retryRuleOf', () => {
  it('allows two more attempts for a server, one for patience and for a connection, none for all else', () => {
    const most = Object.fromEntries(
      providerCodes.map((code) => [code, retryRuleOf(failure(code))?.most ?? 0]),
    );
    const { 'provider/server': server, 'provider/overloaded': overloaded, ...others } = most;
    expect([server, overloaded]).toEqual([2, 2]);
    const once = Object.keys(others).filter((code) => others[code] === 1);
    expect(once.sort()).toEqual(['provider/cut', 'provider/rate-limited', 'provider/unreachable']);
    const never = Object.keys(others).filter((code) => others[code] === 0);
    expect(never).toContain('provider/auth');
    expect(never).toContain('provider/content-filter');
    expect(never).toContain('provider/empty');
    expect(never).toContain('provider/malformed');
    expect(once.length + never.length).toBe(Object.keys(others).length);
  });

  it('tells a time limit of ours from a gateway that gave up', () => {
    expect(retryRuleOf(failure('provider/timeout', { waited_ms: 30_000 }))).toBeUndefined();
    expect(retryRuleOf(failure('provider/timeout', { status: 504 }))?.most).toBe(2);
    expect(retryRuleOf(failure('provider/timeout', { status: 408 }))).toBeUndefined();
  });

  it('waits as long as it is told after too many requests, and by chance after the rest', () => {
    expect(retryRuleOf(failure('provider/rate-limited'))?.wait).toBe('told');
    expect(retryRuleOf(failure('provider/server'))?.wait).toBe('jittered');
  });
});

describe('what a failure says', () => {
  it('of a service: refusals show that it works', () => {
    expect(isServiceFailure(failure('provider/server'))).toBe(true);
    expect(isServiceFailure(failure('provider/timeout'))).toBe(true);
    for (const code of ['provider/auth', 'provider/rate-limited', 'provider/content-filter'] as const) {
      expect(isServiceFailure(failure(code))).toBe(false);
    }
  });

  it('of a key: 401 refuses it, 403 only what it was used for', () => {
    expect(isKeyRefusal(failure('provider/auth', { status: 401 }))).toBe(true);
    expect(isKeyRefusal(failure('provider/auth', { status: 403 }))).toBe(false);
    expect(isKeyRefusal(failure('provider/quota', { status: 401 }))).toBe(false);
  });

  it('of the time to wait', () => {
    expect(toldWaitMs(failure('provider/rate-limited', { retry_after_ms: 1500 }))).toBe(1500);
    expect(toldWaitMs(failure('provider/rate-limited', { retry_after_ms: -1 }))).toBeUndefined();
    expect(toldWaitMs(failure('provider/rate-limited'))).toBeUndefined();
  });
});
