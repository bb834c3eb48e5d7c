import { agentColourStyle, Avatar } from '../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../session-context.tsx';
import styles from './transcript.module.css';

/** One column for each agent, in the same order in every round. */
export const laneColumns = (count: number) => ({ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` });

export const LaneHeads = ({ names }: { readonly names: readonly string[] }) => {
  const { looks } = useSessionBasics();
  return (
    <div className={styles.lanes} style={laneColumns(names.length)}>
      {names.map((name) => {
        const look = lookOf(looks, name);
        return (
          <span key={name} className={styles.laneHead} style={agentColourStyle(look.colour)}>
            <Avatar initials={look.initials} colour={look.colour} small />
            {name}
          </span>
        );
      })}
    </div>
  );
};
