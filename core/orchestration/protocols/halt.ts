/** An ending that comes from outside the mode's own plan. */
export type Halt =
  | { readonly kind: 'stop'; readonly by: string; readonly synthesis: boolean }
  | {
      readonly kind: 'limit';
      readonly limit: 'tokens' | 'seconds';
      readonly cap: number;
      readonly spent: number;
    };
