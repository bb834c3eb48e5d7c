import {
  type GraphNode,
  parseTemplate,
  type TemplateSource,
  writePlace,
} from '../../../../core/graph/index.ts';

/** Text in place of a place in a template; undefined leaves it. */
export type PlaceRewrite = (source: TemplateSource) => string | undefined;

/** A template with some of its places written anew; everything else stays to the letter. */
export const rewriteTemplate = (text: string, rewrite: PlaceRewrite): string => {
  if (!text.includes('{{')) return text;
  let written = '';
  let from = 0;
  for (const part of parseTemplate(text).parts) {
    if (part.kind !== 'value') continue;
    const instead = rewrite(part.source);
    if (instead === undefined) continue;
    written += text.slice(from, part.place.from) + instead;
    from = part.place.to;
  }
  return written + text.slice(from);
};

/** `{{id.output}}`, or the form for any id. */
export const outputPlace = (node: string): string => writePlace({ kind: 'output', node });

/** `{{inputs.name}}`, or the form for any name. */
export const inputPlace = (name: string): string => writePlace({ kind: 'input', name });

/** The node with every template of it rewritten; the very same node where nothing changes. */
export const rewriteNode = (node: GraphNode, rewrite: PlaceRewrite): GraphNode => {
  const again = (text: string) => rewriteTemplate(text, rewrite);
  const fields: Record<string, unknown> = {};
  const put = (field: string, before: string) => {
    const after = again(before);
    if (after !== before) fields[field] = after;
  };
  if ('prompt' in node && node.kind !== 'note' && node.kind !== 'frame') put('prompt', node.prompt);
  if ('over' in node) put('over', node.over);
  if (node.kind === 'condition' && node.input !== null) put('input', node.input);
  if (node.kind === 'subgraph') {
    const bound = Object.entries(node.with).map(([name, text]) => [name, again(text)] as const);
    if (bound.some(([name, text]) => node.with[name] !== text)) fields['with'] = Object.fromEntries(bound);
  }
  return Object.keys(fields).length === 0 ? node : ({ ...node, ...fields } as GraphNode);
};

/** Whether the node's templates name anything that this says yes to. */
export const namesAny = (node: GraphNode, is: (source: TemplateSource) => boolean): boolean => {
  let found = false;
  rewriteNode(node, (source) => {
    if (is(source)) found = true;
    return undefined;
  });
  return found;
};

/** The node with the ids it names changed everywhere: dependencies, ways, lists, templates. */
export const renameIds = (node: GraphNode, to: ReadonlyMap<string, string>): GraphNode => {
  const nameOf = (id: string) => to.get(id) ?? id;
  const named = rewriteNode(node, (source) =>
    source.kind === 'output' && to.has(source.node) ? outputPlace(nameOf(source.node)) : undefined,
  );
  const fields: Record<string, unknown> = {};
  if (named.deps.some((dep) => to.has(dep))) {
    fields['deps'] = [...new Set(named.deps.map(nameOf))];
    fields['ports'] = Object.fromEntries(Object.entries(named.ports).map(([dep, way]) => [nameOf(dep), way]));
  }
  if ('over' in named && to.has(named.over)) fields['over'] = nameOf(named.over);
  if (named.kind === 'frame' && named.nodes.some((id) => to.has(id)))
    fields['nodes'] = named.nodes.map(nameOf);
  return Object.keys(fields).length === 0 ? named : ({ ...named, ...fields } as GraphNode);
};
