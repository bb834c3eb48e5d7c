import type { SessionSnapshot } from '../../../../core/contract/index.ts';

interface RunFigures {
  /** Milliseconds, of the turns where it is known. */
  readonly firstTokens: readonly number[];
  readonly retries: number;
  readonly fallbacks: number;
  readonly failures: number;
  readonly stubTurns: number;
}

export const runFigures = ({ turns, notices }: Pick<SessionSnapshot, 'turns' | 'notices'>): RunFigures => ({
  firstTokens: turns.flatMap(({ first_token_ms: first }) => (first === null ? [] : [first])),
  retries: notices.filter(({ kind }) => kind === 'retry').length,
  fallbacks: notices.filter(({ kind }) => kind === 'fallback').length,
  failures: notices.filter(({ kind }) => kind === 'failure').length,
  stubTurns: turns.filter(({ stub }) => stub).length,
});
