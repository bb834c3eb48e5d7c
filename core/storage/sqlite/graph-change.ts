import type { DraftWrite } from '../graph-store.ts';

/** What may be done to stored graphs; `row` is the sealed draft of its event: type, version, at, data. */
export type GraphChange =
  | {
      readonly kind: 'save';
      readonly id: string;
      readonly baseVersion: number;
      readonly row: readonly (string | number)[];
      /** The event holds its hash. */
      readonly text: string;
      readonly figures: {
        readonly name: string;
        readonly note: string;
        readonly nodes: number;
        readonly errors: number;
        readonly at: number;
      };
    }
  | { readonly kind: 'draft'; readonly draft: DraftWrite }
  | { readonly kind: 'discard-draft'; readonly id: string }
  /** `eventVersion` of `graph-deleted`. */
  | { readonly kind: 'delete'; readonly id: string; readonly at: number; readonly eventVersion: number };
