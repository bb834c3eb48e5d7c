import { type FormEvent, useState } from 'react';
import { Button, Dialog, Field, NumberInput, plural } from '../../../ui/index.ts';
import styles from './controls.module.css';

interface ExtendDialogProps {
  readonly open: boolean;
  readonly maxRounds: number;
  readonly onExtend: (rounds: number) => void;
  readonly onClose: () => void;
}

export const ExtendDialog = ({ open, maxRounds, onExtend, onClose }: ExtendDialogProps) => {
  const [rounds, setRounds] = useState<number | undefined>(2);
  const valid = rounds !== undefined && Number.isInteger(rounds) && rounds >= 1 && rounds <= 1000;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!valid) return;
    onExtend(rounds);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title="Extend rounds">
      <form className={styles.extend} onSubmit={submit}>
        <Field
          label="Rounds to add"
          hint={
            valid ? `Then at most ${plural(maxRounds + rounds, 'round')}` : 'A whole number from 1 to 1000'
          }
        >
          <NumberInput value={rounds} min={1} max={1000} step={1} onChange={setRounds} autoFocus />
        </Field>
        <Button type="submit" variant="primary" disabled={!valid}>
          Add rounds
        </Button>
      </form>
    </Dialog>
  );
};
