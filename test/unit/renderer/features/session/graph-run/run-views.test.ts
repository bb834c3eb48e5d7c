import { describe, expect, it } from 'vitest';
import { asRunView, runViews } from '../../../../../../renderer/features/session/graph-run/run-views.ts';

describe('asRunView', () => {
  it('knows the views there are, and nothing else that was stored', () => {
    expect(runViews.map(({ name }) => asRunView(name))).toEqual(runViews.map(({ name }) => name));
    expect(asRunView('lanes')).toBeUndefined();
    expect(asRunView(null)).toBeUndefined();
  });
});
