import type { GraphNode } from '../../../../core/graph/index.ts';
import { Field, NumberInput, Section } from '../../../ui/index.ts';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';
import { AgentSelect } from './worker-fields.tsx';

/** How long, how often and for how much. */
export const LimitFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  if (!('retries' in node) && !('budget' in node)) return null;
  return (
    <Section title="Limits">
      <div className={styles.set}>
        {'retries' in node && (
          <>
            <div className={styles.pair}>
              <Field label="Further tries">
                <NumberInput
                  value={node.retries}
                  min={0}
                  max={10}
                  step={1}
                  onChange={(value) => set('retries', value ?? 0, 'tries')}
                />
              </Field>
              <Field label="First wait, s">
                <NumberInput
                  value={node.backoffS}
                  min={0}
                  step="any"
                  onChange={(value) => set('backoffS', value ?? 0, 'wait')}
                />
              </Field>
            </div>
            <Field label="Then instead of the agent" optional>
              <AgentSelect
                value={node.fallback ?? ''}
                none="nobody"
                onChange={(agent) => set('fallback', agent || null)}
              />
            </Field>
          </>
        )}
        <div className={styles.pair}>
          {'timeoutS' in node && (
            <Field label="Time cap, s" optional>
              <NumberInput
                value={node.timeoutS ?? undefined}
                min={0}
                step="any"
                placeholder="no cap"
                onChange={(value) => set('timeoutS', value ?? null, 'time cap')}
              />
            </Field>
          )}
          {'budget' in node && (
            <Field label="US dollars" optional>
              <NumberInput
                value={node.budget?.usd}
                min={0}
                step="any"
                placeholder="no cap"
                onChange={(usd) => set('budget', budgetWith(node.budget, 'usd', usd))}
              />
            </Field>
          )}
        </div>
        {'budget' in node && (
          <Field label="Tokens" optional>
            <NumberInput
              value={node.budget?.tokens}
              min={1}
              step={1000}
              placeholder="no cap"
              onChange={(tokens) => set('budget', budgetWith(node.budget, 'tokens', tokens))}
            />
          </Field>
        )}
      </div>
    </Section>
  );
};

const budgetWith = (
  before: { readonly usd?: number; readonly tokens?: number } | null,
  key: 'usd' | 'tokens',
  value: number | undefined,
) => {
  const { [key]: _gone, ...rest } = before ?? {};
  const next = value === undefined ? rest : { ...rest, [key]: value };
  return Object.keys(next).length === 0 ? null : next;
};
