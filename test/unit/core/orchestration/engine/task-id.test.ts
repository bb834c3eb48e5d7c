import { describe, expect, it } from 'vitest';
import { taskId } from '../../../../../core/contract/index.ts';
import { taskIdOf } from '../../../../../core/orchestration/engine/task-id.ts';

describe('taskIdOf', () => {
  it('is a UUID, the same for the same turn and another for every other', () => {
    const ids = new Set<string>();
    for (const session of ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']) {
      for (let ordinal = 0; ordinal < 5000; ordinal += 1) ids.add(taskId.parse(taskIdOf(session, ordinal)));
    }
    expect(ids.size).toBe(10_000);
    expect(taskIdOf('a', 3)).toBe(taskIdOf('a', 3));
  });
});
