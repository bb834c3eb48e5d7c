import type { NodeRun } from '../../../../../core/contract/index.ts';
import { describeNode, explainError, waysTo } from '../../../../state/index.ts';
import { formatCount, Problem, Section, Skeleton, StateMark } from '../../../../ui/index.ts';
import { SawPanel } from '../../inspector/saw-panel.tsx';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import styles from './node.module.css';
import { useNodeLog } from './use-node-log.tsx';

/** Where a node's input comes from, its prompt as it is written and as it was filled, and what its agent was sent. */
export const NodeInput = ({ node }: { readonly node: NodeRun }) => {
  const { graphNodes } = useRunBasics();
  const { log } = useNodeLog(node);
  const graphNode = graphNodes.get(node.id);
  const template = graphNode !== undefined && 'prompt' in graphNode ? graphNode.prompt : null;
  const filled = log.kind === 'ready' ? log.value.turn?.input.prompt : undefined;
  return (
    <>
      <Sources node={node} />
      {template !== null && (
        <Section title="Prompt" aside="as it is written">
          <pre className={styles.prompt}>{template}</pre>
        </Section>
      )}
      {filled !== undefined && filled !== template && (
        <Section title="Prompt, filled">
          <pre className={styles.prompt}>{filled}</pre>
        </Section>
      )}
      <Section title="What this agent saw">
        {log.kind === 'loading' && <Skeleton lines={3} label="Reading the log" />}
        {log.kind === 'failed' && <Problem {...explainError(log.error)} />}
        {log.kind === 'ready' &&
          (log.value.calls.length === 0 ? (
            <p className={styles.text}>
              {node.ended_at !== null ? 'No model was asked for this node.' : 'No model has been asked yet.'}
            </p>
          ) : (
            <SawPanel calls={log.value.calls} />
          ))}
      </Section>
    </>
  );
};

const Sources = ({ node }: { readonly node: NodeRun }) => {
  const { tree } = useGraphRun();
  const { select } = useRunBasics();
  const around = waysTo(tree, node.id);
  const sources = node.deps.flatMap((dep) => tree.byId.get(dep) ?? []);
  if (sources.length === 0 && around.length === 0) return null;
  const lines = [
    ...around.map((source) => ({ source, note: 'it was added to' })),
    ...sources.map((source) => ({
      source,
      note: source.output_tokens > 0 ? `${formatCount(source.output_tokens)} tok` : describeNode(source).word,
    })),
  ];
  return (
    <Section title="Where its input comes from">
      <ul className={styles.sources}>
        {lines.map(({ source, note }) => (
          <li key={source.id}>
            <button type="button" className={styles.source} onClick={() => select(source.id)}>
              <StateMark mark={describeNode(source).mark} size={13} />
              <span className={styles.sourceTitle} dir="auto">
                {source.title}
              </span>
              <span className={styles.dim}>{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
};
