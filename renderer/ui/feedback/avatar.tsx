import type { CSSProperties } from 'react';
import { classNames } from '../class-names.ts';
import styles from './avatar.module.css';

/** One of the eight colours of agents, from 1; 0 is a person. */
export type AgentColour = number;

const HOW_MANY_COLOURS = 8;

/** The colour as a token; colours repeat after the eighth. */
export const agentColour = (colour: AgentColour): string =>
  colour === 0 ? 'var(--text-2)' : `var(--agent-${((colour - 1) % HOW_MANY_COLOURS) + 1})`;

/** Sets `--agent` for everything inside. */
export const agentColourStyle = (colour: AgentColour): CSSProperties =>
  ({ '--agent': agentColour(colour) }) as CSSProperties;

interface AvatarProps {
  readonly initials: string;
  readonly colour: AgentColour;
  readonly small?: boolean;
  readonly title?: string;
}

/** Stands beside the name it abbreviates, so it is hidden from screen readers. */
export const Avatar = ({ initials, colour, small, title }: AvatarProps) => (
  <span
    className={classNames(styles.avatar, small && styles.small)}
    style={agentColourStyle(colour)}
    title={title}
    aria-hidden="true"
  >
    {initials}
  </span>
);

export const ColourDot = ({ colour }: { readonly colour: AgentColour }) => (
  <span className={styles.dot} style={agentColourStyle(colour)} aria-hidden="true" />
);
