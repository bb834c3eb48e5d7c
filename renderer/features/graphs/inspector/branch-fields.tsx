import type { GraphNode, TextTest } from '../../../../core/graph/index.ts';
import { Field, NumberInput, Select, TextInput } from '../../../ui/index.ts';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';

const tests = [
  { value: 'contains', label: 'contains' },
  { value: 'equals', label: 'is' },
  { value: 'matches', label: 'matches the pattern' },
  { value: 'above', label: 'is a number above' },
  { value: 'below', label: 'is a number below' },
  { value: 'empty', label: 'is empty' },
];

/** The question of a condition, or the one that ends a loop. */
export const BranchFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  if (node.kind === 'condition') {
    return (
      <>
        <Field label="Looks at" optional hint="Left out: the output of its only dependency.">
          <TextInput
            value={node.input ?? ''}
            placeholder="{{draft.output}}"
            onChange={(event) => set('input', event.currentTarget.value || null)}
          />
        </Field>
        <TestFields label="Goes yes when it" test={node.test} onChange={(test) => set('test', test)} />
      </>
    );
  }
  if (node.kind !== 'loop') return null;
  return (
    <>
      <div className={styles.pair}>
        <Field label="Rounds, at most">
          <NumberInput
            value={node.max}
            min={1}
            step={1}
            onChange={(max) => max !== undefined && set('max', max)}
          />
        </Field>
        <Field label="Ends early">
          <Select
            value={node.until === null ? 'never' : 'test'}
            options={[
              { value: 'never', label: 'never' },
              { value: 'test', label: 'when a test is met' },
            ]}
            onChange={(value) => set('until', value === 'never' ? null : { kind: 'contains', text: 'done' })}
          />
        </Field>
      </div>
      {node.until !== null && (
        <TestFields label="Ends when it" test={node.until} onChange={(until) => set('until', until)} />
      )}
    </>
  );
};

interface TestFieldsProps {
  readonly label: string;
  readonly test: TextTest;
  readonly onChange: (test: TextTest) => void;
}

const TestFields = ({ label, test, onChange }: TestFieldsProps) => (
  <div className={styles.pair}>
    <Field label={label}>
      <Select value={test.kind} options={tests} onChange={(kind) => onChange(testOf(kind, test))} />
    </Field>
    {'text' in test && (
      <Field label="Text">
        <TextInput
          value={test.text}
          onChange={(event) => onChange({ ...test, text: event.currentTarget.value })}
        />
      </Field>
    )}
    {'number' in test && (
      <Field label="Number">
        <NumberInput
          value={test.number}
          step="any"
          onChange={(number) => onChange({ ...test, number: number ?? 0 })}
        />
      </Field>
    )}
  </div>
);

const testOf = (kind: string, before: TextTest): TextTest => {
  const text = 'text' in before ? before.text : '';
  const number = 'number' in before ? before.number : 0;
  if (kind === 'empty') return { kind };
  if (kind === 'above' || kind === 'below') return { kind, number };
  return { kind: kind === 'equals' || kind === 'matches' ? kind : 'contains', text };
};
