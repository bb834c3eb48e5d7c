import { describe, expect, it } from 'vitest';
import { wirePaths } from '../../../../../renderer/ui/canvas/wire-paths.ts';

describe('wirePaths', () => {
  it('draws the wires of a look together, with bends that grow with their length', () => {
    const wire = (tone: string, toX: number) => ({ tone, fromX: 0, fromY: 0, toX, toY: 10 });
    const paths = wirePaths([wire('plain', 200), wire('plain', 20), wire('lit', 100)]);
    expect([...paths.keys()]).toEqual(['plain', 'lit']);
    expect(paths.get('plain')).toBe('M0 0C100 0 100 10 200 10M0 0C40 0 -20 10 20 10');
  });
});
