import type { EventDraft, Turn } from '../core/contract/index.ts';
import type { RunningProtocol, TakeTurn } from '../core/orchestration/index.ts';

/** Runs a graph of tasks through its protocol alone: every turn says one word, the first begun ends first. */
export const foldGraph = (protocol: RunningProtocol): number => {
  const open: { readonly intent: TakeTurn; readonly id: string }[] = [];
  let events = 0;
  let ended = 0;
  const fold = (event: EventDraft) => {
    events += 1;
    protocol.fold(event, { at: events, activeMs: events });
  };
  for (;;) {
    const [intent] = protocol.next();
    if (!intent) {
      const turn = open[ended];
      ended += 1;
      if (!turn) throw new Error('nothing is due and nothing runs');
      fold(turnEnded(turn.intent, turn.id));
    } else if (intent.kind === 'record') fold(intent.draft);
    else if (intent.kind === 'start-node') {
      const { node, nodeKind: kind, attempt, agent } = intent;
      fold({ type: 'node-started', data: { node, kind, attempt, agent } });
    } else if (intent.kind === 'take-turn') {
      const id = String(events);
      open.push({ intent, id });
      fold({
        type: 'turn-started',
        data: {
          task_id: id,
          round: intent.round,
          speaker_index: intent.speakerIndex,
          agent: intent.agent,
          version: '',
          kind: intent.turnKind,
          node: intent.work?.node ?? '',
        },
      });
    } else if (intent.kind === 'finish') {
      fold({ type: 'session-ended', data: {} } as EventDraft);
      return events;
    } else throw new Error(`a graph of tasks asks for ${intent.kind}`);
  }
};

const turnEnded = (intent: TakeTurn, id: string): EventDraft => ({
  type: 'turn-ended',
  data: {
    task_id: id,
    node: intent.work?.node ?? '',
    kind: 'task',
    output: { content: 'done' },
  } as unknown as Turn,
});
