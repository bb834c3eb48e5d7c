import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';
import { useCardDetail } from './card-detail.tsx';
import type { CardPort } from './card-size.ts';

interface NodeCardProps {
  /** Kind or state. */
  readonly icon: ReactNode;
  readonly title: ReactNode;
  /** Who does it. */
  readonly badge?: ReactNode;
  /** One line or two: the prompt, or what comes in. */
  readonly text: ReactNode;
  readonly foot: ReactNode;
  readonly inputs: readonly CardPort[];
  readonly outputs: readonly CardPort[];
  readonly selected: boolean;
  /** Something else is looked at. */
  readonly dimmed?: boolean;
  /** What is looked at. */
  readonly lit?: boolean;
  /** Ports that something looked at comes out of. */
  readonly litPorts?: ReadonlySet<string> | null;
  readonly disabled?: boolean;
  readonly state?: 'running' | 'done' | 'failed' | 'waiting' | 'quiet' | undefined;
  /** Of a comparison. */
  readonly change?: 'added' | 'removed' | 'changed' | 'rewired' | undefined;
  readonly connectable?: boolean;
}

/** A card of the canvas: head, words, foot, and its ports at the sides. */
export const NodeCard = ({
  icon,
  title,
  badge,
  text,
  foot,
  inputs,
  outputs,
  selected,
  dimmed = false,
  lit = false,
  litPorts = null,
  disabled = false,
  state,
  change,
  connectable = true,
}: NodeCardProps) => {
  const { plain, ref } = useCardDetail();
  return (
    <div
      ref={ref}
      className={classNames(
        styles.card,
        selected && styles.selected,
        dimmed && styles.dimmed,
        lit && styles.lit,
        disabled && styles.disabled,
        state !== undefined && styles[`state-${state}`],
        change !== undefined && styles[`change-${change}`],
      )}
    >
      <div className={styles.head}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.title}>{title}</span>
        {badge}
      </div>
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>{foot}</div>
      {!plain && inputs.map((port) => <Port key={port.id} port={port} side="in" connectable={connectable} />)}
      {!plain &&
        outputs.map((port) => (
          <Port key={port.id} port={port} side="out" connectable={connectable} lit={litPorts?.has(port.id)} />
        ))}
    </div>
  );
};

interface PortProps {
  readonly port: CardPort;
  readonly side: 'in' | 'out';
  readonly connectable: boolean;
  readonly lit?: boolean | undefined;
}

export const Port = ({ port, side, connectable, lit = false }: PortProps) => (
  <Handle
    id={port.id}
    type={side === 'in' ? 'target' : 'source'}
    position={side === 'in' ? Position.Left : Position.Right}
    isConnectable={connectable}
    className={classNames(
      styles.port,
      styles[`type-${port.type}`],
      port.quiet && styles.quiet,
      lit && styles.portLit,
    )}
    style={{ top: `${port.at * 100}%` }}
  >
    {port.label !== null && <span className={styles.portLabel}>{port.label}</span>}
  </Handle>
);
