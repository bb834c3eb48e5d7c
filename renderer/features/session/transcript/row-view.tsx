import { entryKey, type Row } from '../../../state/index.ts';
import { classNames } from '../../../ui/index.ts';
import { Ending } from './ending.tsx';
import { laneColumns } from './lane-heads.tsx';
import { NoticeLine } from './notice-line.tsx';
import { StageHeader } from './stage-header.tsx';
import { Tally } from './tally.tsx';
import styles from './transcript.module.css';
import { TurnCard } from './turn-card.tsx';

export interface RowViewProps {
  readonly row: Row;
  /** Place of its first turn among all turns, from 1. */
  readonly position: number;
  readonly count: number;
  readonly laneNames: readonly string[] | null;
  /** The key of the selected turn if it is in this row. */
  readonly selectedKey: string | null;
}

export const RowView = ({ row, position, count, laneNames, selectedKey }: RowViewProps) => {
  switch (row.kind) {
    case 'stage':
      return <StageHeader stage={row.stage} convergence={row.convergence} />;
    case 'turn':
      return <TurnCard entry={row.entry} selected={selectedKey !== null} position={position} count={count} />;
    case 'abreast': {
      const names = laneNames ?? [...new Set(row.entries.map(({ agent }) => agent))];
      const columns = names.length;
      const isSideways = laneNames === null && columns > 3;
      const cards = row.entries.map((entry, index) => (
        <TurnCard
          key={entryKey(entry)}
          entry={entry}
          selected={selectedKey === entryKey(entry)}
          position={position + index}
          count={count}
          narrow
          compact={columns > 2}
        />
      ));
      return (
        <div
          className={classNames(styles.abreast, isSideways && styles.sideways)}
          style={laneColumns(columns)}
          {...(isSideways && { role: 'region', 'aria-label': 'Spoken at once', tabIndex: 0 })}
        >
          {names.map((name) => (
            <div key={name}>{cards.filter((_, index) => row.entries[index]?.agent === name)}</div>
          ))}
        </div>
      );
    }
    case 'notice':
      return <NoticeLine notice={row.notice} />;
    case 'tally':
      return <Tally vote={row.vote} />;
    case 'end':
      return <Ending ended={row.ended} />;
  }
};
