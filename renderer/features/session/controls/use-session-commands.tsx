import { useMemo } from 'react';
import {
  type Command,
  canRetry,
  stepStageTurn,
  stepTurn,
  useAct,
  useCommands,
} from '../../../state/index.ts';
import type { SessionContextValue } from '../session-context.tsx';
import { copyTurn, turnLink } from '../transcript/copy-turn.tsx';
import type { TranscriptHandle } from '../transcript/transcript.tsx';
import { COMPOSER_ID } from './composer.tsx';
import { useSessionActions } from './use-session-actions.tsx';

interface ScreenActions {
  readonly handle: TranscriptHandle | null;
  readonly toggleArrangement: () => void;
  readonly find: () => void;
  readonly outline: () => void;
  readonly showTab: (tab: string) => void;
}

/** Everything of this screen by name and key. */
export const useSessionCommands = (session: SessionContextValue, screen: ScreenActions): void => {
  const actions = useSessionActions(session.id);
  const act = useAct();
  const { id, feed, view, rows, places, selected, select, togglePin } = session;
  const { handle } = screen;
  const { status } = view;
  const goes = status === 'running' || status === 'pausing';
  const commands = useMemo((): readonly Command[] => {
    const group = 'Session';
    const read = 'Reading';
    const header = selected?.entry.kind === 'finished' ? selected.entry.header : undefined;
    const turn = header === undefined ? undefined : feed.pages.get(header.index);
    const move = (step: 1 | -1) => () => {
      const place = stepTurn(places, selected?.key ?? null, step);
      if (place !== undefined) select(place.key, 'and-focus');
    };
    const moveStage = (step: 1 | -1) => () => {
      const row = selected?.row ?? handle?.firstRow() ?? 0;
      const next = stepStageTurn(rows, places, { row, key: selected?.key ?? null }, step);
      if (next === undefined) return;
      handle?.revealRow(next.header);
      select(next.key);
    };
    return [
      {
        id: 'session-pause',
        title: 'Pause after this turn',
        group,
        keys: 'Space',
        enabled: goes,
        run: () => actions.pause('after-turn'),
      },
      {
        id: 'session-pause-now',
        title: 'Pause now',
        group,
        keys: 'Shift+Space',
        enabled: goes,
        run: () => actions.pause('now'),
      },
      {
        id: 'session-resume',
        title: 'Resume',
        group,
        keys: 'Space',
        enabled: status === 'paused' || status === 'interrupted',
        run: actions.resume,
      },
      {
        id: 'session-step',
        title: 'Step one turn',
        group,
        keys: 's',
        enabled: status === 'paused',
        run: actions.step,
      },
      {
        id: 'session-stop',
        title: 'Stop with a summary',
        group,
        enabled: goes || status === 'paused',
        run: () => actions.stop(true),
      },
      {
        id: 'session-stop-now',
        title: 'Stop without a summary',
        group,
        enabled: goes || status === 'paused',
        run: () => actions.stop(false),
      },
      ...(view.rounds.at(-1)?.speakers ?? []).map((speaker) => ({
        id: `session-skip-${speaker}`,
        title: `Skip ${speaker} in this round`,
        group,
        enabled: status !== 'ended',
        run: () => actions.skip(speaker),
      })),
      {
        id: 'session-interject',
        title: 'Interject',
        group,
        keys: 'i',
        enabled: status !== 'ended',
        run: () => document.getElementById(COMPOSER_ID)?.focus(),
      },
      {
        id: 'session-retry',
        title: 'Retry from here',
        group,
        enabled: canRetry(view.ended?.outcome),
        run: () => void actions.retry(),
      },
      {
        id: 'session-lanes',
        title: 'Switch between chat and lanes',
        group,
        keys: 'v',
        run: screen.toggleArrangement,
      },
      { id: 'turn-next', title: 'Next turn', group: read, keys: 'j', run: move(1) },
      { id: 'turn-previous', title: 'Previous turn', group: read, keys: 'k', run: move(-1) },
      { id: 'round-next', title: 'Next round', group: read, keys: ']', run: moveStage(1) },
      { id: 'round-previous', title: 'Previous round', group: read, keys: '[', run: moveStage(-1) },
      { id: 'to-end', title: 'To the end', group: read, keys: 'e', run: () => handle?.toEnd() },
      { id: 'find', title: 'Find in this session', group: read, keys: 'f', run: screen.find },
      { id: 'outline', title: 'Outline', group: read, keys: 'o', run: screen.outline },
      {
        id: 'turn-copy',
        title: 'Copy selected turn',
        group: read,
        keys: 'c',
        enabled: turn !== undefined,
        run: () => turn && void act(() => copyTurn(turn), 'Turn copied'),
      },
      {
        id: 'turn-link',
        title: 'Copy link to selected turn',
        group: read,
        keys: 'y',
        enabled: header !== undefined,
        run: () =>
          header &&
          void act(() => navigator.clipboard.writeText(turnLink(id, header.task_id)), 'Link copied'),
      },
      {
        id: 'turn-pin',
        title: 'Pin selected turn',
        group: read,
        keys: 'p',
        enabled: selected !== undefined,
        run: () => selected && togglePin(selected.key),
      },
      ...(['run', 'votes', 'turn', 'events'] as const).map((tab, index) => ({
        id: `tab-${tab}`,
        title: `Inspector: ${tab}`,
        group: 'Inspector',
        keys: String(index + 1),
        run: () => screen.showTab(tab),
      })),
    ];
  }, [
    id,
    feed,
    view.rounds,
    view.ended,
    rows,
    places,
    selected,
    select,
    togglePin,
    handle,
    status,
    goes,
    actions,
    act,
    screen,
  ]);
  useCommands(commands);
};
