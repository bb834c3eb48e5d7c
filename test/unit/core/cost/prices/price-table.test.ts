import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePriceTable } from '../../../../../core/cost/prices/price-table.ts';

describe('parsePriceTable', () => {
  it('reads the shipped table', () => {
    const file = join(import.meta.dirname, '../../../../../resources/prices/2026-08-06.json');
    const { table, date, source, providers } = parsePriceTable(readFileSync(file, 'utf8'), file);
    expect({ table, date }).toEqual({ table: 'litellm@2026-08-06', date: '2026-08-06' });
    expect(source).toContain('litellm');
    expect(Object.keys(providers)).toEqual(
      expect.arrayContaining(['openai', 'azure', 'anthropic', 'nebius']),
    );
    expect(providers['anthropic']?.['claude-sonnet-4-5']?.tiers).toHaveLength(1);
  });

  it('says what is wrong and where', () => {
    expect(() => parsePriceTable('{', 'p.json')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^It is no price table: /),
        where: { file: 'p.json' },
      }),
    );
    const negative = JSON.stringify({ table: 't', providers: { a: { b: { input: -1, output: 1 } } } });
    expect(() => parsePriceTable(negative, 'p.json')).toThrow(/providers\.a\.b\.input/);
  });
});
