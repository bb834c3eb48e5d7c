import styles from './key-hint.module.css';

/** Keys as they are pressed: `Ctrl Enter` is held together, `g then h` one after the other. */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <span className={styles.keys} aria-hidden="true">
    {keys.split(' ').map((key, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice and never moves
      <kbd key={index} className={styles.key}>
        {key}
      </kbd>
    ))}
  </span>
);
