import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { InputProblem } from '../../../core/contract/index.ts';
import { useWorkspace } from '../../state/index.ts';
import { Button, Field, NumberInput, Slider, TextArea, TextInput } from '../../ui/index.ts';
import styles from './agents.module.css';
import type { AgentDraft } from './definition.ts';

interface AgentFormProps {
  readonly draft: AgentDraft;
  readonly isNew: boolean;
  readonly problems: readonly InputProblem[];
  readonly onChange: (draft: AgentDraft) => void;
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export const AgentForm = ({ draft, isNew, problems, onChange }: AgentFormProps) => {
  const set = (change: Partial<AgentDraft>) => onChange({ ...draft, ...change });
  const problem = (key: string) => {
    const found = problems.find(({ where }) => (where.path ?? '').split(/[.[]/)[0] === key);
    return found === undefined ? {} : { error: found.message };
  };
  const badName = draft.name !== '' && !NAME.test(draft.name);
  return (
    <div className={styles.form}>
      {isNew && (
        <Field
          label="Name"
          hint="A letter, then letters, digits, “_” or “-”."
          {...(badName ? { error: 'This name cannot be used in a specification.' } : problem('name'))}
        >
          <TextInput
            value={draft.name}
            autoFocus
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field
        label="Description"
        hint="One sentence; shown wherever the agent is chosen."
        {...problem('description')}
      >
        <TextInput
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="Role"
        hint="What the agent is told to be. It stands at the head of every prompt."
        {...problem('role')}
      >
        <TextArea
          rows={10}
          value={draft.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      </Field>
      <StyleFields style={draft.style} onChange={(style) => set({ style })} />
      <ChainFields models={draft.models} onChange={(models) => set({ models })} {...problem('models')} />
      <div className={styles.pair}>
        <Field label="Tokens an answer, at most" optional {...problem('max_output_tokens')}>
          <NumberInput
            value={draft.maxOutputTokens}
            min={1}
            step={1}
            placeholder="1024"
            onChange={(value) => set({ maxOutputTokens: value })}
          />
        </Field>
        <Field label="Temperature" optional {...problem('temperature')}>
          <NumberInput
            value={draft.temperature}
            min={0}
            max={2}
            step={0.1}
            placeholder="of the model"
            onChange={(value) => set({ temperature: value })}
          />
        </Field>
      </div>
    </div>
  );
};

interface StyleFieldsProps {
  readonly style: Readonly<Record<string, number>>;
  readonly onChange: (style: Readonly<Record<string, number>>) => void;
}

/** Weights choose and order fragments of the instructions. */
const StyleFields = ({ style, onChange }: StyleFieldsProps) => {
  const [trait, setTrait] = useState('');
  const name = trait.trim().toLowerCase();
  const add = () => {
    if (name === '' || name in style) return;
    onChange({ ...style, [name]: 0.5 });
    setTrait('');
  };
  return (
    <fieldset className={styles.set}>
      <legend>Style</legend>
      {Object.entries(style).map(([key, weight]) => (
        <div key={key} className={styles.styleRow}>
          <span>{key}</span>
          <Slider
            label={`Weight of ${key}`}
            value={weight}
            min={0}
            max={1}
            step={0.05}
            onChange={(value) => onChange({ ...style, [key]: Number(value.toFixed(2)) })}
          />
          <span className={styles.weight}>{weight.toFixed(2)}</span>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove ${key}`}
            onClick={() =>
              onChange(Object.fromEntries(Object.entries(style).filter(([other]) => other !== key)))
            }
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <div className={styles.addRow}>
        <TextInput
          aria-label="New trait"
          placeholder="New trait, like caution"
          value={trait}
          onChange={(event) => setTrait(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <Button
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={name === '' || name in style}
          onClick={add}
        >
          Add trait
        </Button>
      </div>
    </fieldset>
  );
};

interface ChainFieldsProps {
  readonly models: readonly string[];
  readonly error?: string;
  readonly onChange: (models: readonly string[]) => void;
}

/** The first that answers speaks; those below it stand in. */
const ChainFields = ({ models, error, onChange }: ChainFieldsProps) => {
  const offers = useWorkspace((state) => state.models);
  const listId = useId();
  return (
    <fieldset className={styles.set}>
      <legend>Model chain</legend>
      {models.map((model, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: links have no other identity while they are typed
        <div key={index} className={styles.linkRow}>
          <span className={styles.linkPlace}>{index === 0 ? 'first' : `then`}</span>
          <TextInput
            aria-label={`Model ${index + 1}`}
            list={listId}
            value={model}
            placeholder="default, or provider/model"
            onChange={(event) =>
              onChange(models.map((one, place) => (place === index ? event.target.value : one)))
            }
          />
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove model ${index + 1}`}
            disabled={models.length === 1}
            onClick={() => onChange(models.filter((_, place) => place !== index))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
      ))}
      {error !== undefined && <p className={styles.error}>{error}</p>}
      <datalist id={listId}>
        <option value="default">the default model of the settings</option>
        {offers.map((offer) => (
          <option key={offer.name} value={offer.name}>
            {offer.note}
          </option>
        ))}
      </datalist>
      <div>
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={models.length >= 8}
          onClick={() => onChange([...models, ''])}
        >
          Add a backup
        </Button>
      </div>
    </fieldset>
  );
};
