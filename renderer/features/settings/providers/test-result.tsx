import type { ConnectionTest } from '../../../../core/contract/index.ts';
import { formatDuration, StateMark } from '../../../ui/index.ts';
import { testWords } from './key-words.ts';
import styles from './providers.module.css';

/** How a test of a connection went, with the models that the key may use. */
export const TestResult = ({ result }: { readonly result: ConnectionTest }) => (
  <div className={styles.result} role="status">
    <p className={styles.verdict} title={result.latency_ms === null ? undefined : `${result.latency_ms} ms`}>
      <StateMark mark={result.ok ? 'done' : 'failed'} />
      <span>{testWords(result, formatDuration(result.latency_ms ?? 0))}</span>
    </p>
    {result.models.length > 0 && (
      <details className={styles.models}>
        <summary>Models this key may use</summary>
        <ul>
          {result.models.map((model) => (
            <li key={model}>
              {result.provider}/{model}
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
);
