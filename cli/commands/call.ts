import { AgentNetError, type PlainAnswer, type PlainCall, type RunEvent } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { noWords } from '../read-arguments.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { eventText } from '../transcript/event-text.ts';
import { createPaint } from '../transcript/paint.ts';
import { withCore } from '../with-core.ts';

/** Calls under way at once. */
const AT_ONCE = 8;
/** A file of calls holds whole conversations. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `agentnet call --model M... [--prompt P | --jsonl FILE]` */
export const makeCalls: RunCommand = async (invocation, terminal) => {
  noWords(invocation, 'call');
  const input = await inputOf(invocation, terminal);
  return withCore(invocation, terminal, async (core) => {
    const calls = core.readCalls(input.text, input);
    const asJson = invocation.flag('json');
    // One answer is read while it is written; several would be mixed up.
    const live = !asJson && input.single && calls.every(({ models }) => models === undefined);
    const errors: PlainAnswer['error'][] = [];
    await eachOf(calls, AT_ONCE, async (call) => {
      const onText = live ? (text: string) => void terminal.out.write(plainText(text)) : () => {};
      const progress = tellProgress(terminal, input.single ? '' : `${call.id}: `);
      const answer = await core.call(call, onText, terminal.interrupted, progress);
      errors.push(answer.error);
      if (asJson) await terminal.out.write(`${JSON.stringify(answer)}\n`);
      else await show(answer, { live, heading: !input.single }, terminal);
    });
    return exitCodeOf(errors);
  });
};

interface CallInput {
  readonly text: string;
  readonly file: string;
  readonly models: readonly string[];
  readonly single: boolean;
}

const inputOf = async (invocation: Invocation, terminal: Terminal): Promise<CallInput> => {
  const models = invocation.texts('model');
  const prompt = invocation.text('prompt');
  const file = invocation.text('jsonl');
  if (prompt !== undefined && file !== undefined) throw usage('--prompt and --jsonl exclude each other.');
  if (file !== undefined) {
    return { text: await readTextFile(file, terminal, MOST_BYTES), file, models, single: false };
  }
  if (models.length === 0) throw usage('`agentnet call` needs --model MODEL, like --model stub/echo.');
  const content = prompt ?? (await readTextFile('-', terminal));
  if (content.trim() === '') throw usage('There is nothing to ask: the prompt is empty.');
  const text = JSON.stringify({ messages: [{ role: 'user', content }] });
  return { text, file: prompt === undefined ? '-' : '--prompt', models, single: true };
};

/** Waits and second tries are told as they happen; a failure that ends a call stands in its answer. */
const tellProgress =
  (terminal: Terminal, before: string) =>
  (event: RunEvent): void => {
    if (!isProgress(event)) return;
    const text = eventText(event, createPaint(false));
    if (text !== undefined) terminal.say(`${plainText(before)}${text.trim()}`);
  };

const isProgress = ({ type }: RunEvent): boolean =>
  type === 'call-delayed' || type === 'call-retried' || type === 'budget-awaited' || type === 'call-started';

const show = async (
  answer: PlainAnswer,
  { live, heading }: { readonly live: boolean; readonly heading: boolean },
  terminal: Terminal,
): Promise<void> => {
  const { id, text, tool_calls, warnings, error } = answer;
  const calls = tool_calls.map(
    (call) => `${call.name}(${call.arguments})${call.complete ? '' : ' (incomplete)'}`,
  );
  const lines = [...(heading ? [`── ${id}`] : []), ...(live ? [] : [text]), ...calls];
  const body = lines.filter((line) => line !== '').join('\n');
  await terminal.out.write(`${live && text !== '' ? '\n' : ''}${body === '' ? '' : `${plainText(body)}\n`}`);
  const before = heading ? `${id}: ` : '';
  for (const { message } of warnings.filter(({ code }) => !TOLD_BEFORE.includes(code)))
    terminal.say(plainText(`${before}${message}`));
  if (error) terminal.say(plainText(`${before}${error.message}`));
};

/** Said as they happened. */
const TOLD_BEFORE: readonly string[] = ['waited', 'downgraded'];

/** Bad input is found before the first call; here only what the providers did counts. */
const exitCodeOf = (errors: readonly PlainAnswer['error'][]): number => {
  if (errors.some((error) => error === null)) return 0;
  return errors.some((error) => error?.code === 'budget/exceeded') ? 4 : 5;
};

/** Works on so many items at once, in their order; rejects with the first failure once nothing runs any more. */
const eachOf = async (
  items: readonly PlainCall[],
  atOnce: number,
  work: (item: PlainCall) => Promise<void>,
): Promise<void> => {
  const waiting = items.values();
  let failure: { readonly thrown: unknown } | undefined;
  const worker = async () => {
    for (const item of waiting) {
      if (failure) return;
      try {
        await work(item);
      } catch (thrown) {
        failure ??= { thrown };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failure) throw failure.thrown;
};

const usage = (message: string): AgentNetError =>
  new AgentNetError('input/usage', message, { remedy: '`agentnet call --help` shows what it takes.' });
