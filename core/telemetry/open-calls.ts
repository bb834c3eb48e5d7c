export interface OpenCall {
  readonly provider: string;
  readonly model: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

export interface OpenCalls {
  readonly open: (sessionId: string, callId: string, call: OpenCall) => void;
  /** The call, and forgets it; undefined for one whose start was not seen. */
  readonly close: (sessionId: string, callId: string) => OpenCall | undefined;
  /** Nothing of this session is running any more. */
  readonly forget: (sessionId: string) => void;
  readonly size: () => number;
}

/** Calls between their intent and their outcome. */
export const createOpenCalls = (): OpenCalls => {
  const sessions = new Map<string, Map<string, OpenCall>>();
  return {
    open: (sessionId, callId, call) => {
      const calls = sessions.get(sessionId) ?? new Map<string, OpenCall>();
      calls.set(callId, call);
      sessions.set(sessionId, calls);
    },
    close: (sessionId, callId) => {
      const calls = sessions.get(sessionId);
      const call = calls?.get(callId);
      calls?.delete(callId);
      if (calls?.size === 0) sessions.delete(sessionId);
      return call;
    },
    forget: (sessionId) => sessions.delete(sessionId),
    size: () => [...sessions.values()].reduce((sum, calls) => sum + calls.size, 0),
  };
};
