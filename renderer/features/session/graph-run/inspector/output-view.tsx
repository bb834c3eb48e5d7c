import type { NodeValue } from '../../../../../core/contract/index.ts';
import { CopyButton, exactCount } from '../../../../ui/index.ts';
import { FoldedText } from '../../transcript/finished-turn.tsx';
import styles from './node.module.css';
import { outputText } from './output-text.ts';

/** An output whole: words as Markdown, lists as lists, everything else as JSON; giants folded. */
export const OutputView = ({ value }: { readonly value: NodeValue }) => {
  const { text, form } = outputText(value);
  return (
    <>
      {form === 'json' ? <JsonText text={text} /> : <FoldedText compact text={text} />}
      <div className={styles.copy}>
        <span>{exactCount(text.length)} characters</span>
        <CopyButton
          label="Copy output"
          text={typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
        />
      </div>
    </>
  );
};

const LONGEST_JSON = 20_000;

const JsonText = ({ text }: { readonly text: string }) => (
  <pre className={styles.json}>
    {text.length > LONGEST_JSON
      ? `${text.slice(0, LONGEST_JSON)}\n… ${exactCount(text.length - LONGEST_JSON)} more`
      : text}
  </pre>
);
