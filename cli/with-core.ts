import type { Core } from '../core/app/index.ts';
import { AgentNetError } from '../core/contract/index.ts';
import type { Invocation } from './command.ts';
import { passphrasePrompt } from './passphrase-prompt.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the core for one command and closes it afterwards. An interruption closes it at once: what runs is given up
 * in an orderly way and can be resumed.
 */
export const withCore = async (
  invocation: Invocation,
  terminal: Terminal,
  use: (core: Core) => Promise<number>,
): Promise<number> => {
  const { createCore } = await import('../core/app/index.ts');
  const home = invocation.text('home');
  const core = await createCore({
    ...(home !== undefined && { home }),
    host: 'cli',
    environment: terminal.environment,
    ...(terminal.askHidden && { askPassphrase: passphrasePrompt(terminal.askHidden, terminal.say) }),
  });
  const { interrupted } = terminal;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= core.close(interrupted.aborted ? String(interrupted.reason) : undefined);
    return closing;
  };
  // A failure to close is reported by the one who waits for it below.
  const onInterrupt = () => void close().catch(() => undefined);
  interrupted.addEventListener('abort', onInterrupt, { once: true });
  try {
    if (interrupted.aborted) throw interruption(interrupted);
    return await use(core);
  } catch (error) {
    // Whatever a command was doing, it failed because the core was taken away.
    throw interrupted.aborted ? interruption(interrupted, error) : error;
  } finally {
    interrupted.removeEventListener('abort', onInterrupt);
    await close();
  }
};

const interruption = (signal: AbortSignal, cause?: unknown): AgentNetError =>
  cause instanceof AgentNetError && cause.code === 'session/interrupted'
    ? cause
    : new AgentNetError('session/interrupted', `Interrupted (${String(signal.reason)}).`, {
        kept: 'Everything that was finished is stored.',
        cause,
      });
