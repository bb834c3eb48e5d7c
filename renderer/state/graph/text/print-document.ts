import { type Document, visit, YAMLMap, YAMLSeq } from 'yaml';

/** Whether lists and maps in one line have a space inside of their brackets. */
export interface Spacing {
  readonly lists: boolean;
  readonly maps: boolean;
}

/** As the text has it; `[a, b]` and `{ a: b }` where it has none. */
export const spacingOf = (text: string): Spacing => ({
  lists: /[[] \S/.test(text) && !/[[][^\s\]]/.test(text),
  maps: !/[{][^\s{}]/.test(text.replaceAll(/\{\{[^}]*\}\}/g, '')),
});

/** The document as text, long lines left whole. The library knows one spacing for both kinds of brackets. */
export const printDocument = (document: Document, { lists, maps }: Spacing): string => {
  visit(document, {
    Seq: (_, list) => spaced(list, YAMLSeq.prototype, lists),
    Map: (_, map) => spaced(map, YAMLMap.prototype, maps),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: lists });
};

type Printed = YAMLSeq['toString'];

const spaced = (
  collection: { toString: Printed },
  printer: { readonly toString: Printed },
  padded: boolean,
): void => {
  collection.toString = function spacedAlike(context, ...rest) {
    const here = context && { ...context, flowCollectionPadding: padded ? ' ' : '' };
    return printer.toString.call(this as YAMLSeq, here, ...rest);
  };
};
