import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { createContext, useContext } from 'react';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';

/** What a wire shows beyond its way. */
export interface WireData extends Record<string, unknown> {
  readonly type: string;
  readonly label?: string | undefined;
  readonly tone?:
    | 'lit'
    | 'dimmed'
    | 'critical'
    | 'done'
    | 'running'
    | 'added'
    | 'removed'
    | 'bad'
    | undefined;
}

export type WireEdge = Edge<WireData, 'wire'>;

/** Called with a wire's id when something is to be put into it; null where wires are only looked at. */
const InsertContext = createContext<((wire: string) => void) | null>(null);

export const InsertOnWire = InsertContext;

export const Wire = ({
  id,
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition,
  targetPosition,
  selected = false,
  data,
}: EdgeProps<WireEdge>) => {
  const insert = useContext(InsertContext);
  const [path, x, y] = getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition });
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={16}
        className={classNames(
          styles.wire,
          styles[`type-${data?.type ?? 'text'}`],
          data?.tone !== undefined && styles[`tone-${data.tone}`],
          selected && styles.wireSelected,
        )}
      />
      {selected && insert !== null && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={classNames(styles.insert, 'nodrag', 'nopan')}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            aria-label="Insert a node here"
            title="Insert a node here"
            onClick={() => insert(id)}
          >
            <Plus size={12} aria-hidden="true" />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
};
