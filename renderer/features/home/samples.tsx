import { Play } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { CoreApi } from '../../../core/contract/index.ts';
import {
  type Command,
  explainError,
  goTo,
  hrefOf,
  looksOf,
  modeWords,
  type Resource,
  startVerb,
  useAct,
  useCommands,
  useCore,
  useResource,
} from '../../state/index.ts';
import { Avatar, Button, ButtonLink, Chip, Problem, Skeleton } from '../../ui/index.ts';
import styles from './home.module.css';
import { ModelInUse } from './model-in-use.tsx';

type Sample = Awaited<ReturnType<CoreApi['specifications.samples']>>['items'][number];

/** The samples; asked for with the screen and not only when their place on it is known. */
export const useSamples = () => {
  const core = useCore();
  return useResource(
    useCallback(
      async (signal: AbortSignal) =>
        debatesFirst((await core['specifications.samples']({}, { signal })).items),
      [core],
    ),
  );
};

interface SamplesProps {
  readonly samples: Resource<readonly Sample[]>;
  readonly emphasised: boolean;
  readonly onReload: () => void;
}

/** Something to see in one click. */
export const Samples = ({ samples, emphasised, onReload }: SamplesProps) => {
  const core = useCore();
  const act = useAct();
  const [starting, setStarting] = useState<string | null>(null);
  const start = useCallback(
    async (sample: Sample) => {
      setStarting(sample.file);
      const created = await act(async () => {
        const { value } = await core['specifications.check']({ text: sample.text, file: sample.file });
        return core['sessions.create']((value ?? {}) as Record<string, unknown>);
      });
      setStarting(null);
      if (created !== undefined) goTo({ screen: 'session', id: created.id, taskId: null });
    },
    [core, act],
  );
  const items = samples.kind === 'ready' ? samples.value : noSamples;
  useCommands(
    useMemo(
      (): readonly Command[] =>
        items.map((sample) => ({
          id: `sample-${sample.file}`,
          title: `${startVerb(sample.mode)}: ${sample.name}`,
          group: 'Samples',
          words: sample.topic,
          run: () => void start(sample),
        })),
      [items, start],
    ),
  );
  return (
    <section aria-label="Samples">
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>Start from a sample</h2>
        <ModelInUse />
      </div>
      {samples.kind === 'loading' && <Skeleton lines={4} />}
      {samples.kind === 'failed' && (
        <Problem {...explainError(samples.error)} actions={<Button onClick={onReload}>Try again</Button>} />
      )}
      <div className={styles.cards}>
        {items.map((sample, index) => (
          <SampleCard
            key={sample.file}
            sample={sample}
            primary={emphasised && index === 0}
            busy={starting === sample.file}
            onStart={() => void start(sample)}
          />
        ))}
      </div>
    </section>
  );
};

/** A debate is what most come for. */
const debatesFirst = (items: readonly Sample[]): readonly Sample[] => [
  ...items.filter(({ mode }) => mode === 'debate'),
  ...items.filter(({ mode }) => mode !== 'debate'),
];

const noSamples: readonly Sample[] = [];

interface SampleCardProps {
  readonly sample: Sample;
  readonly primary: boolean;
  readonly busy: boolean;
  readonly onStart: () => void;
}

const SampleCard = ({ sample, primary, busy, onStart }: SampleCardProps) => {
  const looks = [...looksOf(sample.agents.map((agent) => agent.split('@')[0] ?? agent)).values()];
  return (
    <article className={styles.card} aria-label={sample.name}>
      <div className={styles.cardHead}>
        <h3 className={styles.name}>{sample.name}</h3>
        <Chip>{modeWords[sample.mode].word.toLowerCase()}</Chip>
      </div>
      <p className={styles.cardTopic}>{sample.topic}</p>
      <p className={styles.cast}>
        {looks.slice(0, 5).map((look) => (
          <Avatar key={look.name} initials={look.initials} colour={look.colour} small title={look.name} />
        ))}
        <span className={styles.castNames}>{looks.map((look) => look.name).join(', ')}</span>
      </p>
      <div className={styles.cardFoot}>
        <Button
          size="small"
          variant={primary ? 'primary' : 'default'}
          icon={<Play size={12} aria-hidden="true" />}
          disabled={busy}
          aria-label={`${startVerb(sample.mode)}: ${sample.name}`}
          onClick={onStart}
        >
          {startVerb(sample.mode)}
        </Button>
        <ButtonLink
          size="small"
          variant="quiet"
          aria-label={`Edit ${sample.name} first`}
          href={hrefOf({ screen: 'new-session', start: { kind: 'sample', file: sample.file } })}
        >
          Edit first
        </ButtonLink>
      </div>
    </article>
  );
};
