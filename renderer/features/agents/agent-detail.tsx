import { ArrowRight, FilePlus2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { AgentVersion } from '../../../core/contract/index.ts';
import { explainError, hrefOf, STUB_LABEL, useCore, useResource, useWorkspace } from '../../state/index.ts';
import {
  ButtonLink,
  Chip,
  CopyButton,
  Diff,
  exactCount,
  Markdown,
  Meter,
  Problem,
  plural,
  RelativeTime,
  Select,
  Skeleton,
} from '../../ui/index.ts';
import styles from './agents.module.css';
import { definitionOf, draftOf, textOfDefinition } from './definition.ts';

export const AgentDetail = ({ name }: { readonly name: string }) => {
  const core = useCore();
  const [agent] = useResource(
    useCallback((signal: AbortSignal) => core['agents.get']({ name }, { signal }), [core, name]),
  );
  const [picked, setPicked] = useState<string | null>(null);
  if (agent.kind === 'loading') return <Skeleton lines={8} />;
  if (agent.kind === 'failed') {
    return (
      <div className={styles.problem}>
        <Problem {...explainError(agent.error)} />
      </div>
    );
  }
  const { versions } = agent.value;
  const shown = versions.find((version) => version.version === picked) ?? versions[0] ?? agent.value.agent;
  const before = versions[versions.indexOf(shown) + 1];
  return (
    <article className={styles.agent} aria-label={shown.name}>
      <header className={styles.head}>
        <div className={styles.headText}>
          <h2 className={styles.name}>
            {shown.name} <span className={styles.version}>{shown.version}</span>
          </h2>
          <p className={styles.description}>{shown.description}</p>
        </div>
        <ButtonLink
          icon={<FilePlus2 size={14} aria-hidden="true" />}
          href={hrefOf({ screen: 'new-agent', from: shown.name })}
        >
          New version
        </ButtonLink>
      </header>
      <p className={styles.chips}>
        <Chip tone="outline">{shown.origin === 'shipped' ? 'shipped' : 'yours'}</Chip>
        {shown.max_output_tokens !== undefined && (
          <Chip tone="outline">at most {exactCount(shown.max_output_tokens)} tokens</Chip>
        )}
        {shown.temperature !== undefined && <Chip tone="outline">temperature {shown.temperature}</Chip>}
      </p>
      <Chain models={shown.models} />
      <StyleBars style={shown.style} />
      <section aria-label="Role">
        <h3 className={styles.section}>Role</h3>
        <Markdown text={shown.role} />
      </section>
      <section aria-label="Versions">
        <div className={styles.versionsHead}>
          <h3 className={styles.section}>{plural(versions.length, 'version')}</h3>
          <div className={styles.versionPick}>
            <Select
              aria-label="Version"
              value={shown.version}
              options={versions.map((version, index) => ({
                value: version.version,
                label: index === 0 ? `${version.version} (newest)` : version.version,
              }))}
              onChange={setPicked}
            />
          </div>
        </div>
        <p className={styles.versionNote}>
          Stored versions never change. This one:{' '}
          {shown.created_at > 0 ? <RelativeTime at={shown.created_at} /> : 'came with AgentNet'}, fingerprint{' '}
          <code className={styles.code}>{shown.fingerprint.slice(0, 12)}</code>{' '}
          <CopyButton text={`${shown.name}@${shown.version}`} label="Copy reference" />
        </p>
        {before !== undefined && (
          <>
            <h4 className={styles.diffTitle}>What changed since {before.version}</h4>
            <Diff
              label={`Changes from ${before.version} to ${shown.version}`}
              before={asText(before)}
              after={asText(shown)}
            />
          </>
        )}
      </section>
    </article>
  );
};

const asText = (agent: AgentVersion): string => textOfDefinition(definitionOf(draftOf(agent)));

const Chain = ({ models }: { readonly models: readonly string[] }) => {
  const current = useWorkspace((state) => state.settings?.default_model);
  return (
    <section aria-label="Model chain">
      <h3 className={styles.section}>Model chain</h3>
      <ol className={styles.chain}>
        {models.map((model, index) => (
          <li key={model} className={styles.link}>
            {index > 0 && <ArrowRight size={14} aria-hidden="true" className={styles.arrow} />}
            <Chip title={model.startsWith('stub/') ? STUB_LABEL : model}>{model}</Chip>
            {model === 'default' && current !== undefined && (
              <span className={styles.dim}>now {current}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

const StyleBars = ({ style }: { readonly style: Readonly<Record<string, number>> }) => {
  const weights = Object.entries(style).sort(([, a], [, b]) => b - a);
  return (
    <section aria-label="Style">
      <h3 className={styles.section}>Style</h3>
      {weights.length === 0 && <p className={styles.dim}>No weights: the role alone speaks.</p>}
      <ul className={styles.bars}>
        {weights.map(([trait, weight]) => (
          <li key={trait} className={styles.bar}>
            <span>{trait}</span>
            <Meter label={trait} value={weight} valueText={weight.toFixed(2)} />
            <span className={styles.weight}>{weight.toFixed(2)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
