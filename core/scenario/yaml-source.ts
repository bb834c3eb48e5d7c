import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ErrorPlace, InputProblem } from '../contract/index.ts';
import { type InputPath, pathText } from './input-path.ts';
import { guardYaml } from './yaml-guard.ts';
import { checkNodes } from './yaml-nodes.ts';
import { offsetOf } from './yaml-places.ts';
import { yamlWords } from './yaml-problems.ts';

/** A text that could be read as one YAML document, with the way back from a value to its line. */
export interface YamlSource {
  /** Plain data; null for a document without content. */
  readonly value: unknown;
  readonly document: Document;
  readonly placeOf: (path: InputPath, at?: 'key' | 'value') => ErrorPlace;
}

export type YamlReading =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** A broken text repeats itself; more than this helps nobody. */
const MOST_SYNTAX_PROBLEMS = 20;

/**
 * YAML 1.2 (and so JSON) with the core schema, merge keys and a few aliases; dates stay texts. Every
 * problem has its line and column, counted from 1 in UTF-16 units.
 */
export const readYaml = (text: string, file: string): YamlReading => {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const danger = guardYaml(body);
  if (danger) {
    const where = { file, ...(danger.offset !== undefined && lineAndColumn(body, danger.offset)) };
    return { ok: false, problems: [{ code: danger.code, message: danger.message, where }] };
  }

  const lines = new LineCounter();
  const document = parseDocument(body, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: true,
    resolveKnownTags: false,
    stringKeys: true,
    // Its own check compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const place = (offset: number): ErrorPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };

  const findings = [
    ...[...document.errors, ...document.warnings].map((error) => ({
      message: yamlWords[error.code],
      offset: error.pos[0],
    })),
    ...checkNodes(document),
  ];
  if (findings.length > 0) {
    const problems = findings
      .toSorted((left, right) => left.offset - right.offset)
      .slice(0, MOST_SYNTAX_PROBLEMS)
      .map(({ message, offset }) => ({ code: 'input/invalid-yaml', message, where: place(offset) }));
    return { ok: false, problems };
  }

  const placeOf = (path: InputPath, at: 'key' | 'value' = 'value'): ErrorPlace => ({
    ...place(offsetOf(document, path, at)),
    ...(path.length > 0 && { path: pathText(path) }),
  });
  // Aliases were counted before, so that the parser's own, dearer count is not needed.
  return { ok: true, source: { value: document.toJS({ maxAliasCount: -1 }), document, placeOf } };
};

const lineAndColumn = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
};
