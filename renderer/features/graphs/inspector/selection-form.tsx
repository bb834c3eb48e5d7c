import { Button, Section } from '../../../ui/index.ts';
import { useDoers } from '../editor/doers-context.tsx';
import { useEditorState } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';

/** What can be done to several nodes. */
export const SelectionForm = () => {
  const count = useEditorState((state) => state.selection.size);
  const { arrange, edits, clipboard, subgraphs } = useDoers();
  return (
    <>
      <p className={styles.kind}>{count} nodes selected</p>
      <Section title="Align">
        <div className={styles.buttons}>
          {(['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const).map((how) => (
            <Button key={how} size="small" onClick={() => arrange.align(how)}>
              {how}
            </Button>
          ))}
        </div>
      </Section>
      <Section title="Distribute">
        <div className={styles.buttons}>
          <Button size="small" disabled={count < 3} onClick={() => arrange.distribute('x')}>
            across
          </Button>
          <Button size="small" disabled={count < 3} onClick={() => arrange.distribute('y')}>
            down
          </Button>
        </div>
      </Section>
      <Section title="All of them">
        <div className={styles.buttons}>
          <Button size="small" onClick={subgraphs.collapse}>
            Collapse to a subgraph
          </Button>
          <Button size="small" onClick={edits.frame}>
            Put a frame around
          </Button>
          <Button size="small" onClick={clipboard.duplicate}>
            Duplicate
          </Button>
          <Button size="small" onClick={edits.disable}>
            Disable or enable
          </Button>
          <Button size="small" variant="danger" onClick={edits.remove}>
            Delete
          </Button>
        </div>
      </Section>
    </>
  );
};
