import { describe, expect, it } from 'vitest';
import { withRoom } from '../../../../../core/graph/schedule/with-room.ts';

describe('withRoom', () => {
  it('keeps what is held, doubles, and leaves alone what is long enough', () => {
    const short = Int32Array.from([3, 4]);
    const longer = withRoom(short, 3);
    expect([...longer.slice(0, 3)]).toEqual([3, 4, 0]);
    expect(longer.length).toBe(16);
    expect(withRoom(longer, 16)).toBe(longer);
    expect(withRoom(longer, 17).length).toBe(32);
    expect(withRoom(new Uint8Array(0), 100).length).toBe(100);
  });
});
