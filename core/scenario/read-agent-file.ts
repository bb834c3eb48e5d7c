import {
  type AgentDefinition,
  agentDefinition,
  DEFAULT_MODEL_LINK,
  type InputProblem,
} from '../contract/index.ts';
import { checkValue } from './check-value.ts';
import type { InputWords } from './explain-issues.ts';
import { type PlaceOf, pathOnly, toProblems } from './finding.ts';
import { type KnownNames, modelFindings } from './known-names.ts';
import { readYaml } from './yaml-source.ts';

export type ReadAgent =
  | { readonly ok: true; readonly value: AgentDefinition }
  | { readonly ok: false; readonly problems: readonly InputProblem[]; readonly value?: unknown };

/** Parts of an agent that the design names and whose work is not built yet. */
const notBuiltKeys = ['tools', 'memory', 'policies', 'limits'];

const words: InputWords = { whole: 'the agent', notBuiltKeys, notBuiltValues: {}, isSecret: () => false };

/** Reads the YAML (or JSON) text of an agent; all problems at once, with their places. */
export const readAgentFile = (
  text: string,
  file: string,
  known: Pick<KnownNames, 'models'> = {},
): ReadAgent => {
  const reading = readYaml(text, file);
  if (!reading.ok) return reading;
  return check(reading.source.value, reading.source.placeOf, known);
};

/** The same for an agent that came as data. */
export const checkAgent = (value: unknown, known: Pick<KnownNames, 'models'> = {}): ReadAgent =>
  check(value, pathOnly(undefined), known);

const check = (value: unknown, placeOf: PlaceOf, known: Pick<KnownNames, 'models'>): ReadAgent => {
  const checked = checkValue(agentDefinition, value, words);
  if (!checked.ok) return { ok: false, problems: toProblems(checked.findings, placeOf), value };
  const findings = checked.value.models.flatMap((model, index) =>
    model === DEFAULT_MODEL_LINK ? [] : modelFindings(['models', index], model, known.models),
  );
  if (findings.length > 0) return { ok: false, problems: toProblems(findings, placeOf), value };
  return { ok: true, value: checked.value };
};
