import { Component, type ReactNode } from 'react';
import { explainError } from '../state/index.ts';
import { Button, Problem } from '../ui/index.ts';
import styles from './app.module.css';

interface ErrorBoundaryProps {
  /** What is in it, for the sentence: "The session". */
  readonly what: string;
  /** A new value clears the failure: another screen is another try. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
}

/** A part of the page that broke says so in words; the rest goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.error !== null && before.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={styles.centre}>
        <Problem
          title={`${this.props.what} cannot be shown.`}
          details={[
            explainError(this.state.error).title,
            'Running sessions go on, and everything that was shown as finished is stored.',
          ]}
          actions={
            <>
              <Button onClick={() => this.setState({ error: null })}>Try again</Button>
              <Button onClick={() => location.reload()}>Reload the page</Button>
            </>
          }
        />
      </div>
    );
  }
}
