import { Check } from 'lucide-react';
import { useState } from 'react';
import { type MatrixRow, optionText, type VoteView, voteMatrix } from '../../../state/index.ts';
import {
  Avatar,
  Chip,
  EmptyState,
  Figure,
  Figures,
  formatRatio,
  Section,
  Segmented,
  StateWord,
} from '../../../ui/index.ts';
import { lookOf, useSession } from '../session-context.tsx';
import styles from './inspector.module.css';

const methods: Record<VoteView['opened']['method'], string> = {
  majority: 'majority',
  two_thirds: 'two thirds',
  ranked_choice: 'ranked choice, instant run-off',
  confidence_weighted: 'weighted by confidence',
};

export const VotesPanel = () => {
  const { view } = useSession();
  const [picked, setPicked] = useState<number | null>(null);
  if (view.votes.length === 0) {
    return (
      <EmptyState
        compact
        title="No vote yet"
        text="Sessions of mode consensus vote after their discussion; a brainstorm chooses its best ideas. Each ballot stands here with its reason."
      />
    );
  }
  const index = picked === null || picked >= view.votes.length ? view.votes.length - 1 : picked;
  const vote = view.votes[index];
  return (
    <>
      {view.votes.length > 1 && (
        <Section title="Ballot">
          <Segmented
            label="Ballot"
            value={String(index)}
            options={view.votes.map((one, place) => ({
              value: String(place),
              label: `Round ${one.opened.round}`,
            }))}
            onChange={(value) => setPicked(Number(value))}
          />
        </Section>
      )}
      {vote !== undefined && <VoteDetail vote={vote} />}
    </>
  );
};

const VoteDetail = ({ vote }: { readonly vote: VoteView }) => {
  const { looks } = useSession();
  const { voters, rows, invalid } = voteMatrix(vote);
  const { opened, casts, tally } = vote;
  return (
    <>
      <Section title="Result">
        {tally === null ? (
          <StateWord mark="running" word={`${casts.length} ballots so far`} />
        ) : (
          <StateWord
            mark={tally.winner === null ? 'flagged' : 'done'}
            word={tally.winner === null ? 'No option carried' : optionText(vote, tally.winner)}
          />
        )}
        {tally !== null && <p className={styles.text}>{tally.why}</p>}
        <Figures>
          <Figure name="Method" value={methods[opened.method]} wrap />
          <Figure
            name="Quorum"
            value={`${Math.round(opened.quorum * 100)} %`}
            {...(tally !== null && { note: tally.quorum_met ? 'met' : 'not met' })}
          />
          {tally !== null && <Figure name="Turnout" value={`${Math.round(tally.turnout * 100)} %`} />}
          {tally?.fallback != null && (
            <Figure name="Decided by fallback" value={tally.fallback.replace('_', ' ')} />
          )}
        </Figures>
      </Section>
      <Section title="Options and ballots">
        <div className={styles.matrixHolder}>
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Option</span>
                </th>
                {voters.map((name) => {
                  const look = lookOf(looks, name);
                  return (
                    <th key={name} scope="col">
                      <Avatar initials={look.initials} colour={look.colour} small title={name} />
                      <span className="visually-hidden">{name}</span>
                    </th>
                  );
                })}
                <th scope="col">
                  <span className="visually-hidden">Votes</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <OptionRow key={row.id} row={row} voters={voters} />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      {tally !== null && tally.steps.length > 1 && (
        <Section title="Counts">
          <ol className={styles.steps}>
            {tally.steps.map((step, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: counts have no other identity
              <li key={place}>
                {Object.entries(step.counts)
                  .map(([id, count]) => `${id} ${count}`)
                  .join(', ')}
                {step.eliminated.length > 0 && (
                  <span className={styles.dim}>; out: {step.eliminated.join(', ')}</span>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Reasons">
        <ul className={styles.reasons}>
          {[...casts].map((cast) => {
            const look = lookOf(looks, cast.agent);
            const dissents = tally?.dissent.some(({ agent }) => agent === cast.agent) ?? false;
            return (
              <li key={cast.agent} className={styles.reason}>
                <Avatar initials={look.initials} colour={look.colour} small />
                <div>
                  <p className={styles.reasonHead}>
                    <strong>{cast.agent}</strong>
                    {cast.valid ? `${cast.choice}: ${optionText(vote, cast.choice)}` : `“${cast.choice}”`}
                  </p>
                  <p className={styles.reasonMarks}>
                    {cast.confidence !== null && <Chip>confidence {formatRatio(cast.confidence)}</Chip>}
                    {cast.weight !== 1 && <Chip>weight {formatRatio(cast.weight)}</Chip>}
                    {cast.changed_from !== null && (
                      <Chip tone="accent">changed from {optionText(vote, cast.changed_from)}</Chip>
                    )}
                    {dissents && <Chip tone="warn">dissent</Chip>}
                    {invalid.includes(cast) && <Chip tone="bad">names no option</Chip>}
                  </p>
                  <p className={styles.text}>{cast.reason}</p>
                </div>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
};

const OptionRow = ({ row, voters }: { readonly row: MatrixRow; readonly voters: readonly string[] }) => (
  <tr className={row.won ? styles.won : undefined}>
    <th scope="row" title={row.by === null ? row.text : `${row.text} (${row.by})`}>
      <span className={styles.option}>
        <span className={styles.optionId}>{row.id}</span>
        <span className={styles.optionText}>{row.text}</span>
      </span>
    </th>
    {voters.map((name, index) => {
      const cell = row.cells[index];
      return (
        <td key={name} title={cell ? `${name}: ${cell.cast.reason}` : undefined}>
          {cell == null ? (
            <span className={styles.dim} aria-hidden="true">
              ·
            </span>
          ) : cell.cast.ranking.length > 0 ? (
            cell.rank
          ) : (
            <Check size={14} aria-label="chosen" />
          )}
        </td>
      );
    })}
    <td className={styles.count}>
      {row.count === null ? '' : Number.isInteger(row.count) ? row.count : row.count.toFixed(2)}
    </td>
  </tr>
);
