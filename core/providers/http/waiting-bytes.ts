/** Room for pieces that wait together; a socket is read in portions of this size. */
const ROOM_BYTES = 65_536;

export interface WaitingBytes {
  readonly add: (piece: Uint8Array) => void;
  /** All that waits, as one piece; null when nothing does. */
  readonly take: () => Uint8Array | null;
  readonly size: () => number;
}

/**
 * Bytes between a server and its reader. A piece that waits alone is handed on as it is; those that come
 * before it is read are copied behind it at once, which costs a tenth of keeping them and joining them later.
 */
export const waitingBytes = (): WaitingBytes => {
  let alone: Uint8Array | null = null;
  let room: Uint8Array | null = null;
  let used = 0;

  const copy = (piece: Uint8Array) => {
    if (!room || used + piece.byteLength > room.byteLength) {
      const larger = new Uint8Array(Math.max(ROOM_BYTES, 2 * (used + piece.byteLength)));
      if (room) larger.set(room.subarray(0, used));
      room = larger;
    }
    room.set(piece, used);
    used += piece.byteLength;
  };

  return {
    add: (piece) => {
      if (used === 0 && !alone) {
        alone = piece;
        return;
      }
      if (alone) copy(alone);
      alone = null;
      copy(piece);
    },
    take: () => {
      const taken = alone ?? (used > 0 && room ? room.subarray(0, used) : null);
      alone = null;
      room = null;
      used = 0;
      return taken;
    },
    size: () => alone?.byteLength ?? used,
  };
};
