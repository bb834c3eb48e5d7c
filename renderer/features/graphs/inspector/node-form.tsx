import type { GraphNode } from '../../../../core/graph/index.ts';
import { isDrawnOnly, kindWordOf, kindWords } from '../../../state/graph/index.ts';
import { Field, Section, TextArea } from '../../../ui/index.ts';
import { BranchFields } from './branch-fields.tsx';
import { FlagFields } from './flag-fields.tsx';
import { FrameFields } from './frame-fields.tsx';
import styles from './inspector.module.css';
import { LimitFields } from './limit-fields.tsx';
import { ListFields } from './list-fields.tsx';
import { NameFields } from './name-fields.tsx';
import { NodeProblems, useNodeProblems } from './node-problems.tsx';
import { PromptField } from './prompt-field.tsx';
import { SessionFields } from './session-fields.tsx';
import { useSetField } from './set-node.tsx';
import { SourceFields } from './source-fields.tsx';
import { SubgraphFields } from './subgraph-fields.tsx';
import { TeamFields } from './team-fields.tsx';
import { WorkerFields } from './worker-fields.tsx';

/** All fields of one node, by what it is. */
export const NodeForm = ({ node }: { readonly node: GraphNode }) => {
  const set = useSetField(node);
  const problems = useNodeProblems(node.id);
  const Icon = kindWords[node.kind].icon;
  return (
    <>
      <p className={styles.kind}>
        <Icon size={14} aria-hidden="true" />
        {kindWordOf(node)}
        <span className={styles.says}>{kindWords[node.kind].says}</span>
      </p>
      <NodeProblems problems={problems} />
      <NameFields node={node} />
      <WorkerFields node={node} set={set} problems={problems} />
      {isDrawnOnly(node.kind) && 'prompt' in node && (
        <Field label="Text">
          <TextArea
            rows={4}
            data-field="prompt"
            value={node.prompt}
            onChange={(event) => set('prompt', event.currentTarget.value, 'text')}
          />
        </Field>
      )}
      {!isDrawnOnly(node.kind) && <PromptField node={node} set={set} problems={problems} />}
      <FrameFields node={node} />
      <BranchFields node={node} set={set} />
      <ListFields node={node} set={set} />
      <SessionFields node={node} set={set} />
      <TeamFields node={node} set={set} />
      <SubgraphFields node={node} set={set} />
      {!isDrawnOnly(node.kind) && (
        <>
          <Section title="Where its input comes from">
            <SourceFields node={node} />
          </Section>
          <LimitFields node={node} set={set} />
          <Section title="In a run">
            <FlagFields node={node} set={set} />
          </Section>
        </>
      )}
    </>
  );
};
