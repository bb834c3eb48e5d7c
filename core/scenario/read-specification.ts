import {
  type InputProblem,
  notBuiltConvergenceMethods,
  notBuiltKeys,
  type SessionSpecification,
  sessionSpecification,
  workflowSpecification,
} from '../contract/index.ts';
import { checkValue } from './check-value.ts';
import type { InputWords } from './explain-issues.ts';
import { type Finding, type PlaceOf, pathOnly, toProblems } from './finding.ts';
import type { InputPath } from './input-path.ts';
import type { KnownNames } from './known-names.ts';
import { readablePart } from './readable-part.ts';
import { type Setting, setPath } from './set-path.ts';
import { ruleFindings } from './specification-rules.ts';
import { unusedKeys } from './unused-keys.ts';
import { readYaml } from './yaml-source.ts';

export type ReadSpecification =
  | {
      readonly ok: true;
      readonly value: SessionSpecification;
      /** What is allowed and has no effect. */
      readonly warnings: readonly InputProblem[];
    }
  | {
      readonly ok: false;
      /** Never empty; in the order of the text. */
      readonly problems: readonly InputProblem[];
      /** The data as far as the text could be read, for a form beside it. */
      readonly value?: unknown;
    };

export interface SpecificationOptions extends KnownNames {
  /** Name of the file, for places. */
  readonly file: string;
  /** What the command line sets (`--set path=value`), in order, over what the text says. */
  readonly set?: readonly Setting[];
}

const words: InputWords = {
  whole: 'the specification',
  notBuiltKeys,
  notBuiltValues: { 'convergence.methods[]': notBuiltConvergenceMethods },
  isSecret: () => false,
};

/** Reads the YAML (or JSON) text of a session specification; all problems at once, with their places. */
export const readSpecification = (text: string, options: SpecificationOptions): ReadSpecification => {
  const reading = readYaml(text, options.file);
  if (!reading.ok) return reading;
  const { source } = reading;
  let value = source.value;
  const paths: InputPath[] = [];
  for (const setting of options.set ?? []) {
    const result = setPath(value, setting);
    if (!result.ok) return { ok: false, problems: toProblems([result.finding], pathOnly('--set')), value };
    value = result.value;
    paths.push(result.path);
  }
  if (value === null) {
    const message = `${options.file} is empty; a specification needs at least mode, topic and agents.`;
    return { ok: false, problems: [{ code: 'input/invalid', message, where: source.placeOf([]) }] };
  }
  // What the command line set stands on no line of the file.
  const isSet = (path: InputPath) => paths.some((set) => set.every((step, index) => step === path[index]));
  const placeOf: PlaceOf = (path, at) =>
    isSet(path) ? pathOnly('--set')(path, at) : source.placeOf(path, at);
  return check(value, placeOf, options);
};

/** The same for a specification that came as data: a REST body, a form. Places are paths only. */
export const checkSpecification = (value: unknown, known: KnownNames = {}): ReadSpecification =>
  check(value, pathOnly(undefined), known);

const check = (value: unknown, placeOf: PlaceOf, known: KnownNames): ReadSpecification => {
  if (isGraphItself(value)) return { ok: false, problems: toProblems([GRAPH_ITSELF], placeOf), value };
  const checked = checkValue(schemaFor(value), value, words);
  const broken = ruleFindings(readablePart(value), known);
  // Whoever knows the models says more of a malformed name than its pattern does.
  const modelIsTold = broken.some(({ path }) => path[0] === 'model');
  const own = checked.ok ? [] : checked.findings.filter(({ path }) => !(modelIsTold && path[0] === 'model'));
  const findings = [...own, ...broken];
  if (!checked.ok || findings.length > 0)
    return { ok: false, problems: toProblems(findings, placeOf), value };
  return { ok: true, value: checked.value, warnings: toProblems(unusedKeys(value, checked.value), placeOf) };
};

/** A workflow takes from its graph what is left out; all else is named by the schema as missing. */
const schemaFor = (value: unknown) =>
  memberOf(value, 'mode') === 'workflow' ? workflowSpecification : sessionSpecification;

const isGraphItself = (value: unknown): boolean =>
  Array.isArray(memberOf(value, 'nodes')) && memberOf(value, 'mode') === undefined;

const GRAPH_ITSELF: Finding = {
  code: 'input/invalid',
  message:
    'This is a task graph, not a session specification. Run it with `agentnet graph run FILE`, ' +
    'or name it under graph: in a specification of mode: workflow.',
  path: ['nodes'],
  at: 'key',
};

const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
