import { X } from 'lucide-react';
import { Button, Field, Select } from '../../../ui/index.ts';
import { useAgents } from '../editor/agents-context.tsx';
import styles from './inspector.module.css';

interface AgentChoicesProps {
  readonly label: string;
  readonly agents: readonly string[];
  readonly onChange: (agents: readonly string[]) => void;
}

/** Several agents in their order. */
export const AgentChoices = ({ label, agents, onChange }: AgentChoicesProps) => {
  const known = useAgents();
  return (
    <div className={styles.group}>
      <Field label={label}>
        <Select
          value=""
          options={[
            { value: '', label: 'Add an agent' },
            ...known
              .filter(({ name }) => !agents.some((agent) => agent.split('@')[0] === name))
              .map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(name) => name !== '' && onChange([...agents, name])}
        />
      </Field>
      {agents.length > 0 && (
        <ul className={styles.choices}>
          {agents.map((agent) => (
            <li key={agent}>
              {agent}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove ${agent}`}
                onClick={() => onChange(agents.filter((one) => one !== agent))}
              >
                <X size={12} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
