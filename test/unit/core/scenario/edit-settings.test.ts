import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSettings, type SettingsChange } from '../../../../core/scenario/edit-settings.ts';
import { readSettingsFile } from '../../../../core/scenario/read-settings-file.ts';
import { settingsParts } from './settings-parts.ts';

const edit = (text: string, change: SettingsChange): string => {
  const edited = editSettings(text, change, 'config.yaml', settingsParts);
  if (!edited.ok) throw new Error(edited.problems.map(({ message }) => message).join(' '));
  return edited.text;
};

describe('editSettings', () => {
  it('writes into an empty file, and under a comment', () => {
    expect(edit('', { theme: 'dark', stub: { latency_ms: 5 } })).toBe(
      'theme: dark\nstub:\n  latency_ms: 5\n',
    );
    expect(edit('# mine\n', { theme: 'dark' })).toBe('# mine\n\ntheme: dark\n');
  });

  it('keeps comments, order and everything else', () => {
    const text = `# mine

theme: light # for my eyes

# speed
stub: { latency_ms: 250 } # calm
providers:
  # the lab
  lab: { type: openai, key: env:LAB_KEY }
`;
    expect(edit(text, { theme: 'dark', stub: { tokens_per_s: 0 }, default_model: 'ollama/llama3.2' })).toBe(
      `${text
        .replace('light', 'dark')
        .replace(
          '{ latency_ms: 250 }',
          '{ latency_ms: 250, tokens_per_s: 0 }',
        )}default_model: ollama/llama3.2\n`,
    );
  });

  it('keeps what was commented out under a heading', () => {
    expect(edit('stub:\n  # latency_ms: 3\ntheme: dark\n', { stub: { latency_ms: 9 } })).toBe(
      'stub:\n  latency_ms: 9\n  # latency_ms: 3\ntheme: dark\n',
    );
  });

  it('keeps line ends', () => {
    expect(edit('theme: dark\r\nstub: { latency_ms: 1 }\r\n', { theme: 'light' })).toBe(
      'theme: light\r\nstub: { latency_ms: 1 }\r\n',
    );
  });

  it('does not touch a text for nothing', () => {
    expect(edit('theme:    dark # x', {})).toBe('theme:    dark # x');
    expect(edit('theme:    dark # x', { theme: undefined, stub: {} })).toBe('theme:    dark # x');
  });

  it('refuses to write over what it cannot read, and to write what could not be read', () => {
    expect(editSettings('theme: drak', { theme: 'dark' }, 'config.yaml', settingsParts)).toMatchObject({
      ok: false,
      problems: [{ where: { line: 1, path: 'theme' } }],
    });
    expect(editSettings('a: [', { theme: 'dark' }, 'config.yaml', settingsParts).ok).toBe(false);
    expect(editSettings('', { default_model: 'gpt' }, 'config.yaml', settingsParts).ok).toBe(false);
    expect(editSettings('', { stub: { latency_ms: -1 } }, 'config.yaml', settingsParts).ok).toBe(false);
  });

  const change = fc.record(
    {
      theme: fc.constantFrom('system', 'dark', 'light'),
      default_model: fc.constantFrom('stub/debater', 'ollama/llama3.2'),
      stub: fc.record({ latency_ms: fc.nat(1_000), tokens_per_s: fc.nat(1_000) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );

  it('changes what it is told and nothing else, however often', () => {
    const start =
      '# a\nproviders:\n  lab: { type: openai } # b\nbudgets: { day: { usd: 2 } }\nstub:\n  # c\n';
    const settingsOf = (text: string) => {
      const read = readSettingsFile(text, 'config.yaml', settingsParts);
      if (!read.ok) throw new Error('It cannot be read any more.');
      return read.value;
    };
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        let text = start;
        let expected = settingsOf(start);
        for (const step of changes) {
          text = edit(text, step);
          expected = { ...expected, ...step, stub: { ...expected.stub, ...step.stub } };
          expect(settingsOf(text)).toEqual(expected);
        }
        for (const comment of ['# a', '# b', '# c']) expect(text).toContain(comment);
      }),
      { verbose: true },
    );
  });
});
