import { type ErrorCode, errorCodes } from './codes.ts';
import type { ErrorPlace, WireError } from './wire-error.ts';

export interface ErrorDetail {
  /** Where it is wrong: file, line, column, key path, event, ... */
  readonly where?: ErrorPlace;
  /** What was kept, in one sentence; absent where there was nothing to lose. */
  readonly kept?: string;
  /** What to do, in one sentence. */
  readonly remedy?: string;
  /** Further facts for programs, like `retry_after_ms`; never secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error class. Across a process border it travels as `toWire()`; `instanceof` does not survive. */
export class AgentNetError extends Error {
  override readonly name = 'AgentNetError';
  readonly code: ErrorCode;
  readonly where: ErrorPlace | undefined;
  readonly kept: string | undefined;
  readonly remedy: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.where = detail.where;
    this.kept = detail.kept;
    this.remedy = detail.remedy;
    this.data = detail.data ?? {};
  }

  get retryable(): boolean {
    return errorCodes[this.code].retryable;
  }

  get exitCode(): number {
    return errorCodes[this.code].exit;
  }

  toWire(): WireError {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      ...(this.where && { where: this.where }),
      ...(this.kept !== undefined && { kept: this.kept }),
      ...(this.remedy !== undefined && { remedy: this.remedy }),
      ...(Object.keys(this.data).length > 0 && { data: this.data }),
    };
  }
}
