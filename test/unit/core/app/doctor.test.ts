import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

describe('the doctor', () => {
  it('says what works on this machine', async () => {
    const { api, metrics } = await openCore();
    const { checks } = await api['system.doctor']({});
    expect(checks.map((check) => check.name)).toEqual(
      expect.arrayContaining(['Database', 'Keychain', 'Provider ollama', 'Default model', 'Electron']),
    );
    expect(checks.find((check) => check.name === 'Database')?.state).toBe('ok');
    expect(await api['system.health']({})).toMatchObject({ status: 'ok', running_sessions: 0 });
    expect(metrics()).toContain('process_resident_memory_bytes');
  });
});
