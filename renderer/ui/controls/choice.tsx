import { RadioGroup, Slider as RadixSlider, Switch as RadixSwitch } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { useFieldAttributes } from './field.tsx';

interface SegmentedProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, all in sight. */
export const Segmented = ({ label, value, options, onChange }: SegmentedProps) => (
  <RadioGroup.Root
    className={styles.group}
    aria-label={label}
    value={value}
    onValueChange={onChange}
    orientation="horizontal"
  >
    {options.map((option) => (
      <RadioGroup.Item key={option.value} value={option.value} className={styles.choice}>
        {option.icon}
        {option.label}
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
);

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

export const Slider = ({ label, value, min, max, step, onChange }: SliderProps) => (
  <RadixSlider.Root
    className={styles.slider}
    min={min}
    max={max}
    step={step}
    value={[value]}
    onValueChange={([next]) => next !== undefined && onChange(next)}
  >
    <RadixSlider.Track className={styles.track}>
      <RadixSlider.Range className={styles.range} />
    </RadixSlider.Track>
    <RadixSlider.Thumb className={styles.thumb} aria-label={label} />
  </RadixSlider.Root>
);

interface SwitchProps {
  readonly label?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const Switch = ({ label, checked, onChange }: SwitchProps) => (
  <RadixSwitch.Root
    {...useFieldAttributes()}
    className={styles.switch}
    checked={checked}
    onCheckedChange={onChange}
    {...(label !== undefined && { 'aria-label': label })}
  >
    <RadixSwitch.Thumb className={styles.knob} />
  </RadixSwitch.Root>
);
