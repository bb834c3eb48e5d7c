import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isStyleName, STYLE_THRESHOLDS, styleTable } from '../../../../../core/agents/style/style-table.ts';

const page = readFileSync('docs/architecture/agents.md', 'utf8');

describe('styleTable', () => {
  it('stands in the docs word for word', () => {
    for (const [style, entry] of Object.entries(styleTable)) {
      expect(page).toContain(
        `| ${style} | ${entry.gist} | ${entry.sparing} | ${entry.moderate} | ${entry.strong} |`,
      );
    }
    const rows = page
      .split('\n')
      .filter((line) => /^\| [a-z]+ \| /.test(line) && line.split('|').length === 7);
    expect(rows).toHaveLength(Object.keys(styleTable).length + 1);
  });

  it('has its thresholds in the docs', () => {
    const { sparing, moderate, strong } = STYLE_THRESHOLDS;
    expect(page).toContain(`up to ${sparing.toFixed(2)}`);
    expect(page).toContain(`from ${moderate.toFixed(2)}`);
    expect(page).toContain(`from ${strong.toFixed(2)}`);
  });

  it('says something different at each intensity, and never twice', () => {
    const texts = Object.values(styleTable).flatMap(({ sparing, moderate, strong }) => [
      sparing,
      moderate,
      strong,
    ]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('isStyleName', () => {
  it('knows its own names and none that objects inherit', () => {
    expect(isStyleName('logic')).toBe(true);
    expect(isStyleName('jazz')).toBe(false);
    expect(isStyleName('constructor')).toBe(false);
  });
});
