import { ENDED_PORT } from '../port-of.ts';
import { parseTemplate, type TemplateSource } from '../templates/parse-template.ts';
import { writeTemplate } from '../templates/write-template.ts';

/** A dependency in the flattened graph; no port: either way. */
export interface Edge {
  readonly node: string;
  readonly port: string | undefined;
}

/** What became of a node of the file: it stands under an id, or is gone and others stand for it. */
export type Place =
  /** `others`: what else is in it has to have ended too. */
  | { readonly kind: 'kept'; readonly id: string; readonly others: readonly string[] }
  | { readonly kind: 'gone'; readonly edges: readonly Edge[]; readonly outputs: readonly string[] };

export type WrittenPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly source: TemplateSource };

export const edgesTo = (place: Place | undefined, port: string | undefined): readonly Edge[] => {
  if (!place) return [];
  if (place.kind === 'gone') return place.edges;
  return [{ node: place.id, port }, ...place.others.map((node) => ({ node, port: ENDED_PORT }))];
};

export const outputsOf = (place: Place | undefined): readonly string[] => {
  if (!place) return [];
  return place.kind === 'kept' ? [place.id] : place.outputs;
};

/**
 * Each node once. Of two different ways of one node either will do; a way goes before none, and both before having
 * ended in any way.
 */
export const mergeEdges = (edges: readonly Edge[]): readonly Edge[] => {
  const merged = new Map<string, Edge & { readonly isEither: boolean }>();
  for (const { node, port } of edges) {
    const before = merged.get(node);
    if (before && port === ENDED_PORT) continue;
    if (before?.port === ENDED_PORT) {
      merged.set(node, { node, port, isEither: false });
      continue;
    }
    const isEither =
      before !== undefined &&
      (before.isEither || (port !== undefined && before.port !== undefined && port !== before.port));
    merged.set(node, { node, port: isEither ? undefined : (before?.port ?? port), isEither });
  }
  return [...merged.values()].map(({ node, port }) => ({ node, port }));
};

/** Outputs one after the other, as parts of a template. */
export const joinedOutputs = (nodes: readonly string[]): readonly WrittenPart[] =>
  nodes.flatMap((node, place): WrittenPart[] => {
    const value: WrittenPart = { kind: 'value', source: { kind: 'output', node } };
    return place === 0 ? [value] : [{ kind: 'text', text: '\n\n' }, value];
  });

export interface Rewriting {
  readonly places: ReadonlyMap<string, Place>;
  /** What stands for an input. */
  readonly bind: (name: string) => readonly WrittenPart[];
}

/** A template of the file as one of the flattened graph, in parts. */
export const rewriteParts = (text: string, { places, bind }: Rewriting): readonly WrittenPart[] =>
  parseTemplate(text).parts.flatMap((part): readonly WrittenPart[] => {
    if (part.kind === 'text') return [part];
    const { source } = part;
    if (source.kind === 'variable') return [{ kind: 'value', source }];
    return source.kind === 'input' ? bind(source.name) : joinedOutputs(outputsOf(places.get(source.node)));
  });

export const rewriteText = (text: string, rewriting: Rewriting): string =>
  text.includes('{{') ? writeTemplate(rewriteParts(text, rewriting)) : text;

/** `over` and its like: an id stays an id where one node stands for it. */
export const rewriteOver = (over: string, rewriting: Rewriting): string => {
  if (over.includes('{{')) return rewriteText(over, rewriting);
  const outputs = outputsOf(rewriting.places.get(over));
  return outputs.length === 1 ? (outputs[0] as string) : writeTemplate(joinedOutputs(outputs));
};
