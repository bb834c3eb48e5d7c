import { useState } from 'react';
import type { ChatMessage, PromptSection } from '../../../../core/contract/index.ts';
import {
  Chip,
  CopyButton,
  exactCount,
  exactTokens,
  Figure,
  Figures,
  formatCount,
  formatMoney,
  Meter,
  Problem,
  plural,
  Segmented,
  StateMark,
  StateWord,
} from '../../../ui/index.ts';
import type { TurnCall } from './find-calls.ts';
import styles from './inspector.module.css';
import { requestText, usageWords } from './request-text.ts';

/** Sections with their tokens, then the prompt itself, message by message. */
export const SawPanel = ({ calls }: { readonly calls: readonly TurnCall[] }) => {
  const [picked, setPicked] = useState<number | null>(null);
  const index = picked ?? calls.length - 1;
  const call = calls[index];
  if (call === undefined) return <p className={styles.text}>No call has begun yet.</p>;
  const { started } = call;
  return (
    <div className={styles.saw}>
      {calls.length > 1 && (
        <Segmented
          label="Call"
          value={String(index)}
          options={calls.map((_, place) => ({ value: String(place), label: `Call ${place + 1}` }))}
          onChange={(value) => setPicked(Number(value))}
        />
      )}
      <CallState call={call} />
      <Warnings call={call} />
      <Sections sections={started.sections} />
      <Request call={call} />
      <div className={styles.promptHead}>
        <span className={styles.dim}>{plural(started.messages.length, 'message')}, as sent</span>
        <CopyButton label="Copy request" text={requestText(started)} />
      </div>
      {started.messages.map((message, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other identity
        <Message key={place} message={message} />
      ))}
    </div>
  );
};

const CallState = ({ call }: { readonly call: TurnCall }) => {
  const { started, outcome } = call;
  const asked = started.model.startsWith(`${started.provider}/`)
    ? started.model
    : `${started.provider}/${started.model}`;
  const link = started.link === 0 ? 'first of the chain' : `fallback ${started.link} of the chain`;
  return (
    <p className={styles.callState}>
      {outcome === null && <StateWord mark="running" word="under way" />}
      {outcome?.kind === 'answered' && <StateWord mark="done" word={`answered by ${outcome.model}`} />}
      {outcome?.kind === 'failed' && <StateWord mark="failed" word={outcome.error.message} />}
      {outcome?.kind === 'abandoned' && <StateWord mark="flagged" word={`given up: ${outcome.reason}`} />}
      <span className={styles.dim}>
        asked {asked}, {link}
      </span>
      {started.repeated && <Chip tone="warn">repeated after a crash</Chip>}
    </p>
  );
};

const Sections = ({ sections }: { readonly sections: readonly PromptSection[] }) => {
  const total = sections.reduce((sum, section) => sum + section.tokens, 0);
  const cut = sections.filter(({ truncated }) => truncated);
  return (
    <>
      <p className={styles.sectionsHead}>
        <span>Prompt by section</span>
        <span className={styles.sectionTokens} title="counted before the call was made">
          about {exactTokens(total)}
        </span>
      </p>
      {cut.length > 0 && (
        <p className={styles.cutNote}>
          <StateMark mark="flagged" size={12} />
          Cut to fit: {cut.map(({ name }) => name.replaceAll('_', ' ')).join(', ')}. The agent did not see the
          rest.
        </p>
      )}
      <ul className={styles.sections}>
        {sections.map((section) => (
          <li key={section.name}>
            <span className={styles.sectionName}>
              {section.name.replaceAll('_', ' ')}
              {section.truncated && <Chip tone="warn">cut</Chip>}
            </span>
            <span className={styles.sectionTokens} title={`about ${exactCount(section.tokens)} tokens`}>
              {formatCount(section.tokens)}
            </span>
            <Meter
              label={section.name}
              value={total === 0 ? 0 : section.tokens / total}
              valueText={`${section.tokens} of ${total} tokens`}
              fill={section.truncated ? 'var(--warn)' : 'var(--accent)'}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

const LONGEST_SHOWN = 1600;

const Message = ({ message }: { readonly message: ChatMessage }) => {
  const [whole, setWhole] = useState(false);
  const isLong = message.content.length > LONGEST_SHOWN;
  return (
    <section className={styles.message} aria-label={`${message.role} message`}>
      <p className={styles.role}>{message.role}</p>
      <pre className={styles.prompt}>
        {isLong && !whole ? `${message.content.slice(0, LONGEST_SHOWN)} …` : message.content}
      </pre>
      {isLong && (
        <button type="button" className={styles.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Fold' : `Show all ${exactCount(message.content.length)} characters`}
        </button>
      )}
    </section>
  );
};

/** What the model was told besides the messages, and what it made of it. */
const Request = ({ call: { started, outcome } }: { readonly call: TurnCall }) => {
  const answer = outcome?.kind === 'answered' ? outcome : undefined;
  const used = answer?.usage ?? (outcome?.kind === 'failed' ? outcome.usage : undefined);
  const { reserved_micro_usd: reserved } = started;
  return (
    <Figures>
      <Figure name="Most tokens out" value={exactCount(started.max_output_tokens)} />
      <Figure name="Temperature, seed" value={`${started.temperature ?? 'default'}, ${started.seed}`} />
      <Figure
        name="Reserved"
        value={`${formatCount(started.reserved_tokens)} tokens${reserved === undefined || reserved === null ? '' : `, ${formatMoney(reserved / 1e6)}`}`}
        exact={exactTokens(started.reserved_tokens)}
      />
      {started.tools !== undefined && started.tools.length > 0 && (
        <Figure name="Tools" value={started.tools.map(({ name }) => name).join(', ')} wrap />
      )}
      {used !== undefined && (
        <Figure
          name={used.estimated ? 'Counted by us' : 'Counted by the provider'}
          value={usageWords(used)}
          wrap
        />
      )}
      {answer !== undefined && (
        <Figure
          name="Ended because"
          value={answer.finish_reason.unified}
          {...(answer.finish_reason.raw !== null && { exact: answer.finish_reason.raw })}
        />
      )}
      {answer != null && answer.request_id !== null && (
        <Figure name="Request id" value={answer.request_id} wrap />
      )}
    </Figures>
  );
};

const Warnings = ({ call: { outcome } }: { readonly call: TurnCall }) => {
  if (outcome?.kind !== 'answered' || outcome.warnings.length === 0) return null;
  return (
    <Problem
      tone="warn"
      title="The model could not honour everything"
      details={[...new Set(outcome.warnings.map(({ message }) => message))]}
    />
  );
};
