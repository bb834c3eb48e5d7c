import type { BudgetState } from '../../../core/contract/index.ts';
import { hrefOf } from '../../state/index.ts';
import { ButtonLink, CapMeter } from '../../ui/index.ts';
import styles from './costs.module.css';

/** The caps of the data folder and how far each is used. */
export const CostBudgets = ({ budgets }: { readonly budgets: readonly BudgetState[] }) => (
  <section className={styles.budgets} aria-label="Budgets">
    <div className={styles.panelHead}>
      <h2 className={styles.panelTitle}>Budgets</h2>
      <ButtonLink size="small" href={hrefOf({ screen: 'settings', section: 'budgets' })}>
        {budgets.length === 0 ? 'Set a cap' : 'Change caps'}
      </ButtonLink>
    </div>
    {budgets.length === 0 ? (
      <p className={styles.quiet}>
        No cap on a day or a project: only the caps of each session hold. With one, a call that does not fit
        never starts.
      </p>
    ) : (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      <section className={styles.budgetScroll} aria-label="How far each cap is used" tabIndex={0}>
        <ul className={styles.budgetList}>
          {budgets.map((budget) => (
            <li key={`${budget.scope} ${budget.key} ${budget.unit}`}>
              <Budget budget={budget} />
            </li>
          ))}
        </ul>
      </section>
    )}
  </section>
);

const Budget = ({ budget: { scope, key, unit, cap, spent, reserved } }: { readonly budget: BudgetState }) => (
  <CapMeter
    name={scope === 'day' ? 'Today' : `Project ${key}`}
    used={spent}
    ahead={reserved}
    cap={cap}
    unit={unit}
  />
);
