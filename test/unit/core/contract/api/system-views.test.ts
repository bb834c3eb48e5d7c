import { describe, expect, it } from 'vitest';
import {
  doctorCheck,
  healthReport,
  modelOffer,
  providerHealth,
  settings,
  settingsChange,
  systemInformation,
} from '../../../../../core/contract/api/system-views.ts';

describe('system views', () => {
  it('holds no keys: neither in settings nor in what can be changed', () => {
    for (const shape of [settings.shape, settingsChange.shape]) {
      expect(Object.keys(shape).sort()).toEqual(['budgets', 'default_model', 'stub', 'theme']);
    }
  });

  it('changes any part of the settings, and nothing with nothing', () => {
    expect(settingsChange.parse({})).toEqual({});
    expect(settingsChange.parse({ stub: { latency_ms: 5 } })).toEqual({ stub: { latency_ms: 5 } });
    expect(settingsChange.safeParse({ stub: { latency_ms: -5 } }).success).toBe(false);
    expect(settingsChange.safeParse({ theme: 'pink' }).success).toBe(false);
  });

  it('says of every check how to mend it, or that nothing is to mend', () => {
    expect(doctorCheck.safeParse({ name: 'x', state: 'failed', detail: 'y' }).success).toBe(false);
    expect(healthReport.shape.checks.element).toBe(doctorCheck);
  });

  it('labels offline stubs', () => {
    expect(modelOffer.safeParse({ name: 'stub/x', provider: 'stub', local: true, note: '' }).success).toBe(
      false,
    );
  });

  it('tells providers and hosts apart', () => {
    expect(providerHealth.safeParse({ provider: 'openai', state: 'no-key', detail: '' }).success).toBe(true);
    expect(systemInformation.shape.host.options).toEqual(['desktop', 'web', 'cli']);
  });
});
