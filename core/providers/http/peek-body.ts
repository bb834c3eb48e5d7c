type Read = () => Promise<Uint8Array | null>;

export interface PeekedBody {
  /** The first byte that is no blank; null for an empty body. */
  readonly begins: number | null;
  /** Reads the body from its beginning. */
  readonly read: Read;
}

/** Blanks of JSON, and the three bytes of a byte order mark. */
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** Reads up to the first byte that tells what a body is; nothing of it is lost. */
export const peekBody = async (read: Read): Promise<PeekedBody> => {
  const early: (Uint8Array | null)[] = [];
  const readFromBeginning: Read = async () => (early.length > 0 ? (early.shift() ?? null) : await read());
  for (;;) {
    const piece = await read();
    early.push(piece);
    const first = piece?.find((byte) => !blanks.has(byte));
    if (piece === null || first !== undefined) return { begins: first ?? null, read: readFromBeginning };
  }
};
