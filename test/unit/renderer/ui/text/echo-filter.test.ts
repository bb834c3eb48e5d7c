import { describe, expect, it } from 'vitest';
import { createEchoFilter } from '../../../../../renderer/ui/text/echo-filter.ts';

describe('createEchoFilter', () => {
  it('knows its own words, however late and with some left out', () => {
    const echo = createEchoFilter();
    for (const text of ['a', 'ag', 'age']) echo.told(text);
    expect(echo.isEcho('a')).toBe(true);
    expect(echo.isEcho('age')).toBe(true);
  });

  it('lets a value from outside through', () => {
    const echo = createEchoFilter();
    echo.told('a');
    expect(echo.isEcho('from the form')).toBe(false);
    expect(echo.isEcho('a')).toBe(false);
  });

  it('takes a text that was told before for new when it comes again', () => {
    const echo = createEchoFilter();
    echo.told('a');
    echo.told('ab');
    expect(echo.isEcho('ab')).toBe(true);
    expect(echo.isEcho('a')).toBe(false);
  });
});
