import { useCallback, useMemo, useState } from 'react';
import type { AgentVersion, InputProblem } from '../../../core/contract/index.ts';
import {
  type Command,
  explainError,
  goTo,
  hrefOf,
  showKeys,
  useAct,
  useCommands,
  useCore,
  useResource,
} from '../../state/index.ts';
import { Button, Chip, Diff, Page, Problem, Skeleton } from '../../ui/index.ts';
import { AgentForm } from './agent-form.tsx';
import styles from './agents.module.css';
import {
  type AgentDraft,
  blankDraft,
  definitionOf,
  draftOf,
  isChanged,
  textOfDefinition,
} from './definition.ts';

const parents = [{ label: 'Agents', href: hrefOf({ screen: 'agents', name: null }) }];

/** A new agent, or a new version of one, beside what it changes. */
export const NewAgentScreen = ({ from }: { readonly from: string | null }) => {
  const core = useCore();
  const [base] = useResource(
    useCallback(
      async (signal: AbortSignal) =>
        from === null ? null : (await core['agents.get']({ name: from }, { signal })).agent,
      [core, from],
    ),
  );
  if (base.kind === 'loading') {
    return (
      <Page title="New agent" parents={parents}>
        <Skeleton lines={8} />
      </Page>
    );
  }
  if (base.kind === 'failed') {
    return (
      <Page title="New agent" parents={parents}>
        <div className={styles.problem}>
          <Problem {...explainError(base.error)} />
        </div>
      </Page>
    );
  }
  return <Editor base={base.value} />;
};

const problemsOf = (error: unknown): readonly InputProblem[] => {
  const data = (error as { data?: { problems?: unknown } } | null)?.data;
  return Array.isArray(data?.problems) ? (data.problems as InputProblem[]) : [];
};

const Editor = ({ base }: { readonly base: AgentVersion | null }) => {
  const core = useCore();
  const act = useAct();
  const [draft, setDraft] = useState<AgentDraft>(() => (base === null ? blankDraft : draftOf(base)));
  const [failure, setFailure] = useState<unknown>(null);
  const changed = base === null || isChanged(draft, base);
  const complete = draft.name.trim() !== '' && draft.description.trim() !== '' && draft.role.trim() !== '';
  const ready = changed && complete;

  const create = useCallback(async () => {
    setFailure(null);
    const created = await act(
      () =>
        core['agents.create'](definitionOf(draft)).catch((error: unknown) => {
          setFailure(error);
          throw error;
        }),
      base === null ? 'Agent created' : 'New version created',
    );
    if (created !== undefined) goTo({ screen: 'agents', name: created.name });
  }, [act, core, draft, base]);

  const verb = base === null ? 'Create agent' : 'Create version';
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'create-agent',
          title: verb,
          group: 'Agent',
          keys: 'Mod+Enter',
          whileTyping: true,
          enabled: ready,
          run: () => void create(),
        },
      ],
      [verb, ready, create],
    ),
  );
  return (
    <Page
      title={base === null ? 'New agent' : `New version of ${base.name}`}
      parents={parents}
      chips={
        base !== null && <Chip>{changed ? `changed since ${base.version}` : `same as ${base.version}`}</Chip>
      }
      actions={
        <Button
          variant="primary"
          keys={showKeys('Mod+Enter', false)}
          disabled={!ready}
          onClick={() => void create()}
        >
          {verb}
        </Button>
      }
    >
      <div className={styles.editor}>
        <div className={styles.formPane}>
          <AgentForm draft={draft} isNew={base === null} problems={problemsOf(failure)} onChange={setDraft} />
        </div>
        <section
          className={styles.diffPane}
          aria-label={base === null ? 'Definition' : 'Changes'}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <h2 className={styles.section}>
            {base === null ? 'Definition' : `Changes against ${base.version}`}
          </h2>
          {base !== null && !changed && (
            <p className={styles.dim}>Nothing changed yet. Whatever you change on the left is marked here.</p>
          )}
          <Diff
            label={base === null ? 'Definition' : `Changes against ${base.version}`}
            before={textOfDefinition(definitionOf(base === null ? draft : draftOf(base)))}
            after={textOfDefinition(definitionOf(draft))}
          />
        </section>
      </div>
    </Page>
  );
};
