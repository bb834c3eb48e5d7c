import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { diagnosticAt } from '../../../../../renderer/ui/text/diagnostic-at.ts';

const state = EditorState.create({ doc: 'mode: debate\ntopic: x' });

describe('diagnosticAt', () => {
  it('marks from the column to the end of the line', () => {
    expect(diagnosticAt(state, { line: 2, column: 8, message: 'too short' })).toEqual({
      from: 20,
      to: 21,
      severity: 'error',
      message: 'too short',
    });
  });

  it('moves a place outside of the text to its nearest line', () => {
    expect(diagnosticAt(state, { line: 99, column: 99, message: 'missing key' })).toMatchObject({
      from: 21,
      to: 21,
    });
    expect(diagnosticAt(state, { line: 0, column: 0, message: 'empty' })).toMatchObject({ from: 0, to: 12 });
  });
});
