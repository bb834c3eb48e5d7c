import { useEffect, useRef, useState } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { Field, Switch, TextArea } from '../../../ui/index.ts';
import { useUiState } from '../editor/editor-ui.tsx';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';

/** Whether a node runs at all, whether the run waits before it, and what stands for its output. */
export const FlagFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  const pinned = node.pinned === undefined ? undefined : pinnedText(node.pinned);
  const area = useRef<HTMLTextAreaElement>(null);
  const [wants, setWants] = useState(false);
  const focus = useUiState((state) => state.focus);
  useEffect(() => {
    if (focus?.field !== 'pinned') return;
    setWants(true);
    requestAnimationFrame(() => area.current?.focus());
  }, [focus]);
  return (
    <div className={styles.set}>
      <div className={styles.flag}>
        <Switch label="Runs" checked={!node.disabled} onChange={(runs) => set('disabled', !runs, 'run')} />
        <span>Runs</span>
      </div>
      <div className={styles.flag}>
        <Switch
          label="Breakpoint"
          checked={node.breakpoint}
          onChange={(breakpoint) => set('breakpoint', breakpoint)}
        />
        <span>Pauses before it</span>
      </div>
      <div className={styles.flag}>
        <Switch
          label="Pinned output"
          checked={pinned !== undefined}
          onChange={(on) => {
            setWants(on);
            set('pinned', on ? '' : undefined, 'pinned output');
          }}
        />
        <span>Pinned output instead of a run</span>
      </div>
      {(pinned !== undefined || wants) && (
        <Field label="Pinned output">
          <TextArea
            ref={area}
            rows={3}
            value={pinned ?? ''}
            placeholder="What follows gets this; no call is made."
            onChange={(event) => set('pinned', pinnedValue(node, event.currentTarget.value), 'pinned output')}
          />
        </Field>
      )}
    </div>
  );
};

const pinnedText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

/** Lists and JSON are kept as data as soon as they can be read. */
const pinnedValue = (node: GraphNode, text: string): unknown => {
  const isData = node.kind === 'map' || (node.kind === 'task' && node.output !== 'text');
  if (!isData) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
