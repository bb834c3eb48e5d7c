import type { NodeRun } from '../../../../../core/contract/index.ts';
import { kindWords } from '../../../../state/graph/index.ts';
import { describeNode, explainError, hrefOf, sourceWord, useLiveText } from '../../../../state/index.ts';
import {
  ButtonLink,
  Chip,
  exactCount,
  exactMoment,
  exactMoney,
  Figure,
  Figures,
  formatCount,
  formatDuration,
  formatElapsed,
  formatMoney,
  Markdown,
  Problem,
  plural,
  Section,
  Skeleton,
  StateWord,
  useNow,
} from '../../../../ui/index.ts';
import { AttemptsList } from '../../inspector/attempts-list.tsx';
import { attemptsOf } from '../../inspector/attempts-of.ts';
import { ReasoningTreeView } from '../../inspector/reasoning-tree.tsx';
import { useSessionBasics } from '../../session-context.tsx';
import { FoldedText } from '../../transcript/finished-turn.tsx';
import { ApprovalCard } from '../controls/approval-card.tsx';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { nodeFigures } from '../node-figures.ts';
import styles from './node.module.css';
import { NodeActions } from './node-actions.tsx';
import type { NodeLog } from './node-log.ts';
import { OutputView } from './output-view.tsx';
import { useNodeLog } from './use-node-log.tsx';

/** One node: how it does, what came out, what was tried, what it cost. */
export const NodePanel = ({ node }: { readonly node: NodeRun }) => {
  const { log } = useNodeLog(node);
  const state = describeNode(node);
  return (
    <>
      <Section title={node.title} aside={<StateWord mark={state.mark} word={state.word} />}>
        <NodeFigures node={node} />
        <NodeActions node={node} />
      </Section>
      {node.status === 'awaiting' && <ApprovalCard node={node} />}
      {node.reason !== null && <Reason node={node} />}
      <GroupSection node={node} />
      <OutputSection node={node} log={log.kind === 'ready' ? log.value : null} />
      {log.kind === 'failed' && <Problem {...explainError(log.error)} />}
      {log.kind === 'ready' && <Tried log={log.value} node={node} />}
    </>
  );
};

const NodeFigures = ({ node }: { readonly node: NodeRun }) => {
  const { tree } = useGraphRun();
  const { stands, graphNodes } = useRunBasics();
  const goes = node.started_at !== null && node.ended_at === null && !stands;
  const now = useNow(goes ? 1000 : null);
  const sum = tree.sums.get(node.id);
  const figures = nodeFigures(node, sum, now);
  const source = sourceWord(node);
  const graphNode = graphNodes.get(node.id);
  const tries = graphNode !== undefined && 'retries' in graphNode ? graphNode.retries + 1 : null;
  return (
    <Figures>
      <Figure name="Kind" value={kindWords[node.kind].word} />
      {node.title !== node.id && <Figure name="Id" value={<code>{node.id}</code>} wrap />}
      {node.agent !== null && <Figure name="Agent" value={node.agent} />}
      {source !== null && (
        <Figure name="Output" value={<Chip tone="recorded">{source}, not made by this run</Chip>} />
      )}
      {node.branch !== null && <Figure name="Went" value={node.branch} />}
      {figures.elapsedMs !== null && (
        <Figure
          name={goes ? 'Running for' : 'Took'}
          value={goes ? formatElapsed(figures.elapsedMs) : formatDuration(figures.elapsedMs)}
          {...(node.started_at !== null && { exact: `started ${exactMoment(node.started_at)}` })}
        />
      )}
      {(node.attempts > 1 || (tries ?? 1) > 1) && (
        <Figure name="Tries" value={tries === null ? node.attempts : `${node.attempts} of ${tries}`} />
      )}
      {!figures.free && (
        <>
          <Figure
            name="Tokens"
            value={formatCount(figures.tokens)}
            exact={`${exactCount(sum?.inputTokens ?? node.input_tokens)} read, ${exactCount(sum?.outputTokens ?? node.output_tokens)} written`}
          />
          <Figure
            name="Cost"
            value={figures.usd === null ? 'unknown' : formatMoney(figures.usd)}
            exact={exactMoney(figures.usd)}
          />
        </>
      )}
      {node.child_session !== null && (
        <Figure
          name="Session inside"
          value={
            <ButtonLink
              size="small"
              href={hrefOf({ screen: 'session', id: node.child_session, taskId: null })}
            >
              Open session
            </ButtonLink>
          }
        />
      )}
    </Figures>
  );
};

const Reason = ({ node }: { readonly node: NodeRun }) => {
  const isBad = node.status === 'failed' || node.status === 'blocked';
  return (
    <div className={styles.reason}>
      <Problem
        tone={isBad ? 'bad' : 'warn'}
        title={node.reason ?? ''}
        details={isBad ? ['What the nodes before it made is kept; it can be run from here again.'] : []}
      />
    </div>
  );
};

const GroupSection = ({ node }: { readonly node: NodeRun }) => {
  const { tree, open } = useGraphRun();
  const { toggle, select } = useRunBasics();
  const sum = tree.sums.get(node.id);
  const inside = tree.children.get(node.id) ?? [];
  if (sum === undefined) return null;
  const first = inside.find(({ status }) => status === 'failed') ?? inside[0];
  return (
    <Section title="Inside" aside={`${exactCount(sum.ended)} of ${exactCount(sum.nodes)} ended`}>
      <p className={styles.text}>
        {plural(sum.nodes, 'node')} came into being during the run
        {sum.failed > 0 ? `; ${plural(sum.failed, 'node')} failed.` : '.'}
      </p>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.link}
          aria-expanded={open.has(node.id)}
          onClick={() => toggle(node.id)}
        >
          {open.has(node.id) ? 'Fold them' : 'Show them'}
        </button>
        {first !== undefined && (
          <button type="button" className={styles.link} onClick={() => select(first.id, 'node')}>
            {first.status === 'failed' ? 'Go to the first that failed' : 'Go to the first'}
          </button>
        )}
      </div>
    </Section>
  );
};

const OutputSection = ({ node, log }: { readonly node: NodeRun; readonly log: NodeLog | null }) => {
  const { feed } = useSessionBasics();
  const live = useLiveText(feed, node.task_id ?? '');
  if (node.ended_at === null && live !== undefined) {
    return (
      <Section title="Output" aside="being written">
        <div className={styles.output}>
          <Markdown compact growing text={live.text} />
        </div>
      </Section>
    );
  }
  if (node.ended_at === null || node.excerpt === '') return null;
  return (
    <Section title={node.status === 'done' ? 'Output' : 'What was seen of the output'}>
      <div className={styles.output}>
        {log === null ? (
          <Skeleton lines={3} label="Reading the output" />
        ) : log.output === undefined ? (
          <FoldedText compact text={node.excerpt} />
        ) : (
          <OutputView value={log.output} />
        )}
      </div>
    </Section>
  );
};

const Tried = ({ log, node }: { readonly log: NodeLog; readonly node: NodeRun }) => {
  const attempts = attemptsOf(log.calls);
  const reasoning = log.turn?.reasoning;
  const thinking = log.calls.flatMap(({ outcome }) =>
    outcome?.kind === 'answered' && outcome.reasoning !== '' ? [outcome.reasoning] : [],
  );
  const hasTree =
    reasoning !== undefined &&
    (reasoning.position !== '' || reasoning.claims.length > 0 || reasoning.objections.length > 0);
  return (
    <>
      {hasTree && (
        <Section
          title="Reasoning"
          aside={reasoning.source === 'structured' ? 'as the model structured it' : 'read from its prose'}
        >
          <ReasoningTreeView tree={reasoning} />
        </Section>
      )}
      {thinking.length > 0 && (
        <Section title="What the model thought">
          {thinking.map((text) => (
            <FoldedText key={text} compact text={text} />
          ))}
        </Section>
      )}
      {(attempts.length > 1 || node.attempts > 1) && (
        <Section
          title="Attempts"
          aside={`${plural(node.attempts, 'try', 'tries')}, ${plural(attempts.length, 'call')}`}
        >
          <AttemptsList attempts={attempts} />
        </Section>
      )}
    </>
  );
};
