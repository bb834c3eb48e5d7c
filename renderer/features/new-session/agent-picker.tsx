import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useCallback } from 'react';
import { looksOf, useCore, useResource } from '../../state/index.ts';
import { Avatar, Button, Field, Select } from '../../ui/index.ts';
import styles from './new-session.module.css';

interface AgentPickerProps {
  /** What they are here for. */
  readonly legend: string;
  readonly agents: readonly string[];
  readonly error?: string;
  readonly onChange: (agents: readonly string[]) => void;
}

export const useAgentNames = () => {
  const core = useCore();
  const [agents] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['agents.list']({}, { signal })).items, [core]),
  );
  return agents.kind === 'ready' ? agents.value : [];
};

/** Who takes part, in their order. */
export const AgentPicker = ({ legend, agents, error, onChange }: AgentPickerProps) => {
  const known = useAgentNames();
  const looks = looksOf(agents.map((agent) => agent.split('@')[0] ?? agent));
  const move = (index: number, step: number) => {
    const next = [...agents];
    const [agent] = next.splice(index, 1);
    if (agent !== undefined) next.splice(index + step, 0, agent);
    onChange(next);
  };
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      <ol className={styles.agents}>
        {agents.map((agent, index) => {
          const name = agent.split('@')[0] ?? agent;
          const look = looks.get(name);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same agent may stand twice while it is edited
            <li key={index} className={styles.agent}>
              {look && <Avatar initials={look.initials} colour={look.colour} small />}
              <span className={styles.agentName}>{agent}</span>
              <span className={styles.agentNote}>{known.find((one) => one.name === name)?.description}</span>
              <span className={styles.agentTools}>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Move ${agent} up`}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp size={14} aria-hidden="true" />
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Move ${agent} down`}
                  disabled={index === agents.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={14} aria-hidden="true" />
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${agent}`}
                  onClick={() => onChange(agents.filter((_, place) => place !== index))}
                >
                  <X size={14} aria-hidden="true" />
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <Field label="Add an agent" {...(error !== undefined && { error })}>
        <Select
          value=""
          options={[
            { value: '', label: known.length === 0 ? 'No agents known' : 'Choose an agent' },
            ...known
              .filter(({ name }) => !agents.some((agent) => agent.split('@')[0] === name))
              .map(({ name, version, description }) => ({
                value: name,
                label: `${name} ${version}: ${description}`,
              })),
          ]}
          onChange={(name) => name !== '' && onChange([...agents, name])}
        />
      </Field>
    </fieldset>
  );
};
