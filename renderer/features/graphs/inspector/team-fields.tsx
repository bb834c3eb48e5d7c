import type { GraphNode } from '../../../../core/graph/index.ts';
import { Field, NumberInput } from '../../../ui/index.ts';
import { AgentChoices } from './agent-choices.tsx';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';
import { AgentSelect } from './worker-fields.tsx';

/** Who plans, who works and who reviews. */
export const TeamFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  if (node.kind !== 'delegate') return null;
  return (
    <>
      <AgentChoices label="Who may work" agents={node.agents} onChange={(agents) => set('agents', agents)} />
      <div className={styles.pair}>
        <Field label="Planner">
          <AgentSelect value={node.planner} onChange={(planner) => set('planner', planner)} />
        </Field>
        <Field label="Reviewer">
          <AgentSelect
            value={node.reviewer ?? ''}
            none="nobody"
            onChange={(reviewer) => set('reviewer', reviewer || null)}
          />
        </Field>
      </div>
      <Field label="Rounds, at most">
        <NumberInput
          value={node.rounds}
          min={0}
          step={1}
          onChange={(rounds) => rounds !== undefined && set('rounds', rounds)}
        />
      </Field>
    </>
  );
};
