import { Field, NumberInput, Select, TextArea } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { numberAt, textAt, textsAt } from './form-values.ts';
import styles from './new-session.module.css';

const methods = [
  { value: 'majority', label: 'Majority' },
  { value: 'two_thirds', label: 'Two thirds' },
  { value: 'ranked_choice', label: 'Ranked choice' },
  { value: 'confidence_weighted', label: 'Weighted by confidence' },
];
const fallbacks = [
  { value: 'plurality', label: 'The leading option wins' },
  { value: 'judge', label: 'The judge decides' },
  { value: 'no_decision', label: 'Nothing is decided' },
];

/** `part.data` is the group `vote`. */
export const VoteFields = ({ part }: { readonly part: FormPart }) => {
  const options = textsAt(part.data, 'options');
  return (
    <fieldset className={styles.set}>
      <legend>Vote</legend>
      <div className={styles.triple}>
        <Field label="Method" {...part.problem('vote.method')}>
          <Select
            value={textAt(part.data, 'method') || 'majority'}
            options={methods}
            onChange={(value) => part.set(['vote', 'method'], value)}
          />
        </Field>
        <Field label="Quorum, 0 to 1" {...part.problem('vote.quorum')}>
          <NumberInput
            value={numberAt(part.data, 'quorum')}
            min={0}
            max={1}
            step={0.05}
            placeholder="0.5"
            onChange={(value) => part.set(['vote', 'quorum'], value)}
          />
        </Field>
        <Field label="If none is carried" {...part.problem('vote.fallback')}>
          <Select
            value={textAt(part.data, 'fallback') || 'plurality'}
            options={fallbacks}
            onChange={(value) => part.set(['vote', 'fallback'], value)}
          />
        </Field>
      </div>
      <Field
        label="Options, one a line"
        optional
        hint="Left out, the agents' own proposals are voted on."
        {...part.problem('vote.options')}
      >
        <TextArea
          value={options.join('\n')}
          rows={2}
          onChange={(event) => {
            const lines = event.currentTarget.value.split('\n');
            part.set(['vote', 'options'], lines.every((line) => line.trim() === '') ? undefined : lines);
          }}
        />
      </Field>
    </fieldset>
  );
};
