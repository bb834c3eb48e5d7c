import { Document, isMap, parseDocument, stringify } from 'yaml';
import type { Mode, ResolvedSpecification } from '../../../core/contract/index.ts';
import { hasRounds, specificationAgain } from '../../state/index.ts';

/** A place in the specification: `['convergence', 'threshold']`. */
export type KeyPath = readonly (string | number)[];

const print = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The text as data for the form; undefined while it is no readable YAML map. */
export const readSpecification = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const document = parse(text);
  return document === undefined
    ? undefined
    : ((document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>);
};

/**
 * The text with one value changed: comments, order and everything else stay. Undefined takes the key away, and with
 * the last key of a group the group. A text that cannot be read is left as it is.
 */
export const writeSpecification = (text: string, path: KeyPath, value: unknown): string => {
  const document = parse(text);
  if (document === undefined) return text;
  if (value === undefined) removeKey(document, path);
  else document.setIn(path, nodeOf(document, value));
  return document.toString(print);
};

const ofTalk = ['strategy', 'max_rounds', 'convergence', 'vote', 'moderator', 'judge'] as const;
const ofTasks = ['planner', 'delegation', 'parallel', 'on_failure', 'max_rounds'] as const;

/** The text with another mode; what has no effect in it goes when one turns from talk to tasks or back. */
export const withMode = (text: string, mode: Mode): string => {
  const before = readSpecification(text)?.['mode'];
  const hadRounds = before === undefined || hasRounds(before as Mode);
  const keys = hadRounds === hasRounds(mode) ? [] : hadRounds ? ofTalk : ofTasks;
  return keys.reduce<string>(
    (changed, key) => writeSpecification(changed, [key], undefined),
    writeSpecification(text, ['mode'], mode),
  );
};

const parse = (text: string): Document | undefined => {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    if (document.contents === null) return new Document({});
    // Resolving aliases is where a small text becomes a huge one; no specification needs any.
    return isMap(document.contents) && !/(^|\s)[*&][^\s*&]/m.test(text) ? document : undefined;
  } catch {
    return undefined;
  }
};

const nodeOf = (document: Document, value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item !== 'object' && String(item).length < 40)
    ? document.createNode(value, { flow: true })
    : document.createNode(value);

const removeKey = (document: Document, path: KeyPath): void => {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  if (parent.length === 0) return;
  const group = document.getIn(parent);
  if (isMap(group) && group.items.length === 0) removeKey(document, parent);
};

/** What a session ran, as a text to begin the next one with; what is a default is left out. */
export const textOfSpecification = (specification: ResolvedSpecification): string =>
  stringify(specificationAgain(specification), { ...print, collectionStyle: 'any' });

/** What an empty page begins with. */
export const BLANK_SPECIFICATION = `mode: debate
topic:
agents: [Athena, Apollo]
strategy: round_robin
max_rounds: 4
convergence: true
seed: 1
`;
