import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expositionText } from '../../../../core/telemetry/exposition.ts';

describe('expositionText', () => {
  it('is help, type and samples, each on its line', () => {
    expect(
      expositionText([
        {
          name: 'calls_total',
          help: 'Calls\\made.\nAll of them.',
          type: 'counter',
          samples: [{ value: 3 }, { suffix: '_sum', labels: { model: 'a"b\\c\nd', le: '+Inf' }, value: 0.5 }],
        },
        { name: 'empty', help: 'Nothing yet.', type: 'gauge', samples: [] },
        {
          name: 'odd',
          help: 'x',
          type: 'gauge',
          samples: [{ value: Number.POSITIVE_INFINITY }, { value: Number.NaN }],
        },
      ]),
    ).toBe(
      [
        '# HELP calls_total Calls\\\\made.\\nAll of them.',
        '# TYPE calls_total counter',
        'calls_total 3',
        'calls_total_sum{model="a\\"b\\\\c\\nd",le="+Inf"} 0.5',
        '# HELP empty Nothing yet.',
        '# TYPE empty gauge',
        '# HELP odd x',
        '# TYPE odd gauge',
        'odd +Inf',
        'odd NaN',
        '',
      ].join('\n'),
    );
  });

  const read = (line: string): string | undefined => {
    const quoted = /^name\{label="((?:[^"\\\n]|\\[\\"n])*)"\} 1$/.exec(line)?.[1];
    return quoted?.replace(/\\([\\"n])/g, (_all, mark: string) => (mark === 'n' ? '\n' : mark));
  };

  it('writes any label value on one line, so that it can be read back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', 'x', '}', '{', ','), maxLength: 20 }),
        (label) => {
          const text = expositionText([
            { name: 'name', help: '', type: 'gauge', samples: [{ labels: { label }, value: 1 }] },
          ]);
          expect(read(text.split('\n')[2] ?? '')).toBe(label);
        },
      ),
      { verbose: true },
    );
  });
});
