import { hash } from 'node:crypto';

/** 32 hexadecimal digits, the same whenever the spans are made; of the session that no other is around. */
export const traceIdOf = (sessionId: string): string => hash('sha256', `trace ${sessionId}`).slice(0, 32);

/** What a span is about; with the id of its session it names one span. */
export type SpanKey = 'session' | `round:${number}` | `node:${string}` | `turn:${string}` | `call:${string}`;

/** 16 hexadecimal digits, the same whenever the spans are made. */
export const spanIdOf = (sessionId: string, key: SpanKey): string =>
  hash('sha256', `span ${sessionId} ${key}`).slice(0, 16);
