/** A number with a fraction is a double, a whole one an integer; `double` keeps a whole one a double. */
export type AttributeValue = string | number | boolean | readonly string[] | { readonly double: number };
/** What is null or undefined is not known and is left out. */
export type Attributes = Readonly<Record<string, AttributeValue | null | undefined>>;

/** Something that happened while a span lasted. */
export interface SpanMark {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly name: string;
  readonly attributes: Attributes;
}

/** A piece of work of a session. The fold that made it owns and changes it until it has ended. */
export interface Span {
  readonly id: string;
  /** Null of the first span of a trace. */
  readonly parentId: string | null;
  readonly name: string;
  /** `client`: another process does it. */
  readonly kind: 'internal' | 'client';
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Null while it lasts. */
  endedAt: number | null;
  attributes: Attributes;
  readonly marks: SpanMark[];
  error: { readonly type: string; readonly message: string } | null;
}
