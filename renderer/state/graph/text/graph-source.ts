import { Document, isMap, parseDocument } from 'yaml';
import { type Graph, graphAsData, readGraph } from '../../../../core/graph/index.ts';
import { patchDocument } from './patch-document.ts';
import { printDocument, spacingOf } from './print-document.ts';
import type { PlainMap } from './same-data.ts';

export type TextFormat = 'yaml' | 'json';

/** Where a text cannot be read at all; line and column count from 1. */
export interface TextFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A text beside the graph it says; edits of the graph are written into it and keep its comments. */
export interface GraphSource {
  readonly format: TextFormat;
  /** The text with this graph in it. */
  readonly write: (graph: Graph) => string;
}

export type SourceReading =
  | { readonly ok: true; readonly graph: Graph; readonly source: GraphSource }
  | { readonly ok: false; readonly fault: TextFault };

/** Reads the text of a graph, JSON or YAML; a graph with problems is read as far as it goes. */
export const readSource = (text: string): SourceReading => {
  const format: TextFormat = /^\s*[[{]/.test(text) ? 'json' : 'yaml';
  const parsed = format === 'json' ? parseJson(text) : parseYaml(text);
  if ('message' in parsed) return { ok: false, fault: parsed };
  const { document, data } = parsed;
  const { graph } = readGraph(data);
  return { ok: true, graph, source: createSource(format, document, graph, text) };
};

const createSource = (format: TextFormat, document: Document, read: Graph, text: string): GraphSource => {
  let last = { graph: read, data: graphAsData(read) as PlainMap, text };
  const indent = /\n(\s+)"/.exec(text)?.[1] ?? '  ';
  const spacing = spacingOf(text);
  return {
    format,
    write: (graph) => {
      if (graph === last.graph) return last.text;
      const data = graphAsData(graph) as PlainMap;
      patchDocument(document, last.data, data);
      const written =
        format === 'json'
          ? `${JSON.stringify(document.toJS(), null, indent)}\n`
          : printDocument(document, spacing);
      last = { graph, data, text: written };
      return written;
    },
  };
};

type Parsed = { readonly document: Document; readonly data: unknown } | TextFault;

const parseJson = (text: string): Parsed => {
  try {
    const data: unknown = JSON.parse(text);
    return { document: new Document(data), data };
  } catch {
    // YAML's reader takes JSON too and says where it is broken; what it takes beyond it is welcome.
    return parseYaml(text);
  }
};

const parseYaml = (text: string): Parsed => {
  try {
    const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) {
      const [start] = error.linePos ?? [{ line: 1, col: 1 }];
      return { message: firstSentence(error.message), line: start.line, column: start.col };
    }
    if (document.contents === null) return { document: new Document({}), data: {} };
    if (!isMap(document.contents)) return { message: 'It is no object with nodes.', line: 1, column: 1 };
    return { document, data: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return {
      message: error instanceof Error ? firstSentence(error.message) : String(error),
      line: 1,
      column: 1,
    };
  }
};

/** What the reader of YAML says, without the place and the cut-out of the text that it shows behind it. */
const firstSentence = (message: string): string => {
  const [line = message] = message.split('\n');
  return `${line.replace(/ at line .*$/, '').replace(/[.:,;]+$/, '')}.`;
};

/** A graph as a text of its own, without comments. */
export const graphAsText = (graph: Graph, format: TextFormat): string => {
  const data = graphAsData(graph);
  return format === 'json'
    ? `${JSON.stringify(data, null, 2)}\n`
    : printDocument(new Document(data), spacingOf(''));
};
