import type { Graph } from '../../../../core/graph/index.ts';
import { inputPlace, outputPlace } from '../edit/rewrite-templates.ts';
import { isDrawnOnly } from '../kind-words.tsx';
import { neighboursOf, reachedFrom } from './graph-walk.ts';

export interface Completions {
  /** Where what is replaced begins, in UTF-16 units. */
  readonly from: number;
  readonly options: readonly { readonly label: string; readonly insert: string; readonly detail?: string }[];
}

const bodyWords: Partial<Record<string, readonly string[]>> = {
  map: ['item', 'index'],
  loop: ['previous', 'iteration'],
};

/** What can stand behind two open braces: outputs of nodes that end before this one, inputs, words of the body. */
export const templateCompletions = (
  graph: Graph,
  id: string,
  text: string,
  place: number,
): Completions | null => {
  const open = text.lastIndexOf('{{', place);
  if (open < 0 || text.slice(open, place).includes('}}')) return null;
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined) return null;
  const { before, behind } = neighboursOf(graph);
  const earlier = reachedFrom([id], before);
  const later = reachedFrom([id], behind);
  const others = graph.nodes.filter((one) => one.id !== id && !isDrawnOnly(one.kind) && !later.has(one.id));
  const outputs = [...others]
    .sort((a, b) => Number(earlier.has(b.id)) - Number(earlier.has(a.id)))
    .map((one) => ({
      label: outputPlace(one.id),
      insert: outputPlace(one.id),
      detail: earlier.has(one.id) ? (one.title ?? 'runs before') : 'connects it',
    }));
  const inputs = Object.keys(graph.inputs).map((name) => ({
    label: inputPlace(name),
    insert: inputPlace(name),
    detail: 'input',
  }));
  const words = (bodyWords[node.kind] ?? []).map((word) => ({
    label: `{{${word}}}`,
    insert: `{{${word}}}`,
    detail: 'of this round',
  }));
  return { from: open, options: [...words, ...outputs, ...inputs] };
};
