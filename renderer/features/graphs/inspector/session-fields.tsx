import type { GraphNode } from '../../../../core/graph/index.ts';
import { modeWords } from '../../../state/index.ts';
import { Field, NumberInput, Select } from '../../../ui/index.ts';
import { AgentChoices } from './agent-choices.tsx';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';

const modes = ['debate', 'consensus', 'brainstorm', 'single'] as const;

/** The session inside of a node. */
export const SessionFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  if (node.kind !== 'session') return null;
  const { session } = node;
  const change = (key: string, value: unknown) => {
    const { [key]: _before, ...rest } = session;
    set('session', value === undefined ? rest : { ...rest, [key]: value }, 'session');
  };
  const rounds = session['max_rounds'];
  const agents = session['agents'];
  return (
    <>
      <div className={styles.pair}>
        <Field label="Mode">
          <Select
            value={String(session['mode'] ?? 'debate')}
            options={modes.map((value) => ({ value, label: modeWords[value].word }))}
            onChange={(mode) => change('mode', mode)}
          />
        </Field>
        <Field label="Rounds, at most" optional>
          <NumberInput
            value={typeof rounds === 'number' ? rounds : undefined}
            min={1}
            step={1}
            onChange={(value) => change('max_rounds', value)}
          />
        </Field>
      </div>
      <AgentChoices
        label="Agents"
        agents={Array.isArray(agents) ? agents.map(String) : []}
        onChange={(next) => change('agents', next)}
      />
    </>
  );
};
