import type { GraphNode, GraphProblem } from '../../../../core/graph/index.ts';
import { Field, Select } from '../../../ui/index.ts';
import { useAgents } from '../editor/agents-context.tsx';
import styles from './inspector.module.css';
import { problemOf } from './node-problems.tsx';
import type { SetField } from './set-node.tsx';

interface WorkerFieldsProps {
  readonly node: GraphNode;
  readonly set: SetField;
  readonly problems: readonly GraphProblem[];
}

const outputs = [
  { value: 'text', label: 'Text' },
  { value: 'list', label: 'List of texts' },
  { value: 'json', label: 'JSON' },
];

/** Who does it, and what comes out. */
export const WorkerFields = ({ node, set, problems }: WorkerFieldsProps) => {
  if (!('agent' in node) || ('graph' in node && node.graph !== null)) return null;
  return (
    <div className={styles.pair}>
      <Field label="Agent" {...problemOf(problems, ['unknown-agent'])}>
        <AgentSelect value={node.agent} onChange={(agent) => set('agent', agent)} />
      </Field>
      {node.kind === 'task' && (
        <Field label="Gives">
          <Select value={node.output} options={outputs} onChange={(output) => set('output', output)} />
        </Field>
      )}
    </div>
  );
};

interface AgentSelectProps {
  readonly value: string;
  /** What no agent is called, where none is needed. */
  readonly none?: string;
  readonly onChange: (agent: string) => void;
}

/** An agent of this data folder; one that is written in the file and not known stays. */
export const AgentSelect = ({ value, none, onChange }: AgentSelectProps) => {
  const agents = useAgents();
  const names = agents.map(({ name }) => name);
  return (
    <Select
      value={value}
      options={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(value === '' || names.includes(value) ? [] : [{ value, label: value }]),
        ...agents.map(({ name }) => ({ value: name, label: name })),
      ]}
      onChange={onChange}
    />
  );
};
