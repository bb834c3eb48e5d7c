import { Avatar, agentColourStyle } from '../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../session-context.tsx';
import styles from './transcript.module.css';

/** In pixels; narrower columns cannot be read. */
const LEAST_WIDTH = 176;

/** One column for each agent, in the same order in every round. */
export const laneColumns = (count: number) => ({
  gridTemplateColumns: `repeat(${count}, minmax(${LEAST_WIDTH}px, 1fr))`,
});

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
