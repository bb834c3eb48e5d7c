import type { StubPrompt } from './read-prompt.ts';
import type { StubReply } from './stub-settings.ts';

const fits = (reply: StubReply, prompt: StubPrompt): boolean =>
  (reply.agent === undefined || reply.agent === prompt.speaker) &&
  (reply.round === undefined || reply.round === prompt.round) &&
  (reply.kind === undefined || reply.kind === prompt.task);

const precision = (reply: StubReply): number =>
  (reply.agent === undefined ? 0 : 4) +
  (reply.round === undefined ? 0 : 2) +
  (reply.kind === undefined ? 0 : 1);

/** The reply that says most exactly when it is due; of equal ones the first. Without one, what is missing. */
export const scriptedReply = (script: readonly StubReply[], prompt: StubPrompt): string => {
  let best: StubReply | undefined;
  for (const reply of script) {
    if (fits(reply, prompt) && (!best || precision(reply) > precision(best))) best = reply;
  }
  return (
    best?.reply ??
    `Offline stub: the script has no reply for ${prompt.speaker} in round ${prompt.round} (${prompt.task}). Add one under \`stub.script\` in config.yaml.`
  );
};
