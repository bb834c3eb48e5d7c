/** An ending that comes from outside the mode's own plan. */
export type Halt =
  | { readonly kind: 'stop'; readonly by: string; readonly synthesis: boolean }
  | {
      readonly kind: 'limit';
      readonly limit: 'tokens' | 'seconds' | 'usd';
      /** Absent for the session's own cap. */
      readonly scope?: 'turn' | 'day' | 'project' | undefined;
      readonly key?: string | undefined;
      readonly cap: number;
      readonly spent: number;
    };
