import { describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../../../core/scenario/read-settings-file.ts';
import { settingsParts } from './settings-parts.ts';

const read = (text: string) => readSettingsFile(text, 'config.yaml', settingsParts);
const told = (text: string) => {
  const result = read(text);
  return result.ok
    ? []
    : result.problems.map(({ where, message }) => `${where.line}:${where.column} ${message}`);
};

const fresh = {
  theme: 'system',
  default_model: 'stub/debater',
  providers: {},
  stub: { latency_ms: 250, tokens_per_s: 60 },
  budgets: {},
  prices: {},
};

describe('readSettingsFile', () => {
  it('takes an empty text, only comments, and headings without lines for a fresh install', () => {
    for (const text of ['', '# settings\n', 'providers:\n  # lab:\nstub:\n']) {
      expect(read(text)).toEqual({ ok: true, value: fresh });
    }
  });

  it('reads what the design shows', () => {
    const text = `providers:
  lab:   { type: openai, base_url: http://127.0.0.1:8000/v1, key: env:LAB_KEY }
  proxy: { type: anthropic, base_url: http://127.0.0.1:9000, key: keychain:proxy }
budgets: { project: { usd: 5 }, day: { usd: 2 } }
`;
    expect(read(text)).toMatchObject({
      ok: true,
      value: {
        providers: { lab: { key: 'env:LAB_KEY' } },
        budgets: { project: { usd: 5 }, day: { usd: 2 } },
      },
    });
  });

  it('reads rules that step down, and says what is wrong with one', () => {
    const text = `budgets:
  day: { usd: 2, seconds: 3600 }
  downgrade:
    - { name: late, when: { day_usd_above: 1.5 }, to: cheapest }
    - { name: lot, when: { session_share_above: 0.8 }, to: openai/gpt-4o-mini }
`;
    expect(read(text)).toMatchObject({
      ok: true,
      value: { budgets: { day: { seconds: 3600 }, downgrade: [{ name: 'late' }, { name: 'lot' }] } },
    });
    expect(
      told(`budgets:
  downgrade:
    - { name: late, when: { day_usd_abov: 1.5 }, to: gpt-4o }
    - { name: late, when: { day_usd_above: 1, usd_per_minute_above: 1 }, to: cheapest }
    - { when: { session_share_above: 80 }, to: cheapest, until: noon }
`),
    ).toMatchInlineSnapshot(`
      [
        "3:27 budgets.downgrade[0].when must name exactly one of day_usd_above, project_usd_above, usd_per_minute_above, session_share_above.",
        "3:29 Unknown key "day_usd_abov" in budgets.downgrade[0].when. Did you mean day_usd_above?",
        "3:54 budgets.downgrade[0].to must be cheapest, or a model of the chain like openai/gpt-4o-mini; it is "gpt-4o".",
        "4:27 budgets.downgrade[1].when must name exactly one of day_usd_above, project_usd_above, usd_per_minute_above, session_share_above.",
        "5:7 budgets.downgrade[2].name is missing; it must be text of 1 to 60 characters.",
        "5:38 budgets.downgrade[2].when.session_share_above must be a number from 0.01 to 0.99; it is 80.",
        "5:58 Unknown key "until" in budgets.downgrade[2]. The keys there are name, when, to.",
      ]
    `);
  });

  it('says all that is wrong, at its place, with the nearest name', () => {
    expect(
      told(
        'theme: drak\nstub: { latency: 3, tokens_per_s: -1 }\nbudgets: { month: { usd: 1 } }\ndefault_model: gpt\nport: 3\n',
      ),
    ).toEqual([
      '1:8 theme must be one of system, dark, light; it is "drak". Did you mean dark?',
      '2:9 Unknown key "latency" in stub. Did you mean latency_ms?',
      '2:35 stub.tokens_per_s must be a number of at least 0; it is -1.',
      '3:12 Unknown key "month" in budgets. The keys there are project, day, alert, downgrade.',
      '4:16 default_model must be provider/model, like stub/debater; it is "gpt".',
      '5:1 Unknown key "port". The keys are theme, default_model, providers, stub, budgets, prices.',
    ]);
  });

  it.each([
    'providers: { lab: { type: openai, key: sk-verysecret } }',
    'providers: { lab: { type: sk-verysecret } }',
    'providers: { lab: { type: openai, base_url: sk-verysecret } }',
    'providers: { lab: sk-verysecret }',
    'providers: sk-verysecret',
    'providers: { lab: { type: openai, api_key: sk-verysecret } }',
    'providers: { lab: { type: openai, key: [sk-verysecret] } }',
    'providers: { lab: { type: openai, key: "sk-verysecret\\0" } }',
    'providers:\n  lab: { type: openai, key: sk-verysecret\n',
    'key: sk-verysecret',
    'openai: { key: sk-verysecret }',
  ])('refuses and never repeats a key: %s', (text) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('verysecret');
  });

  it('says how a key is named instead', () => {
    expect(told('providers: { lab: { type: openai, key: sk-1 } }')).toEqual([
      '1:40 providers.lab.key must be env:NAME or keychain:NAME.',
    ]);
  });
});
