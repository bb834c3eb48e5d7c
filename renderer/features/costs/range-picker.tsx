import { Segmented, TextInput } from '../../ui/index.ts';
import { type CostRange, dayText } from './cost-range.ts';
import styles from './costs.module.css';

interface RangePickerProps {
  readonly range: CostRange;
  /** The dates of the range are none, or stand the wrong way round. */
  readonly invalid: boolean;
  readonly now: number;
  readonly onChange: (range: CostRange) => void;
}

const lasts = [
  { value: '1', label: 'Today' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: 'all', label: 'All' },
  { value: 'dates', label: 'Dates' },
];

/** Which stretch of time is looked at. */
export const RangePicker = ({ range, invalid, now, onChange }: RangePickerProps) => (
  <div className={styles.range}>
    <Segmented
      label="Time"
      value={range.kind === 'last' ? String(range.days) : range.kind}
      options={lasts}
      onChange={(value) => {
        if (value === 'all') onChange({ kind: 'all' });
        else if (value === 'dates') onChange({ kind: 'dates', first: dayText(now), last: dayText(now) });
        else onChange({ kind: 'last', days: Number(value) });
      }}
    />
    {range.kind === 'dates' && (
      <>
        <TextInput
          type="date"
          aria-label="First day"
          aria-invalid={invalid || undefined}
          className={styles.date}
          value={range.first}
          onChange={(event) => onChange({ ...range, first: event.currentTarget.value })}
        />
        <span className={styles.quiet}>to</span>
        <TextInput
          type="date"
          aria-label="Last day"
          aria-invalid={invalid || undefined}
          className={styles.date}
          value={range.last}
          onChange={(event) => onChange({ ...range, last: event.currentTarget.value })}
        />
        {invalid && (
          <span className={styles.wrong} role="status">
            The first day must not come after the last.
          </span>
        )}
      </>
    )}
  </div>
);
