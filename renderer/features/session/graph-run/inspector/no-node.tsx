import { showKeys } from '../../../../state/index.ts';
import { EmptyState, KeyHint } from '../../../../ui/index.ts';

export const NoNode = () => (
  <EmptyState
    compact
    title="No node selected"
    text="Click a node, or walk through them with the keys below: what went in, what came out and what it cost stand here."
    actions={
      <>
        <KeyHint keys={showKeys('j', false)} />
        <KeyHint keys={showKeys('k', false)} />
      </>
    }
  />
);
