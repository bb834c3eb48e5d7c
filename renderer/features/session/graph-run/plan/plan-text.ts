import { Document, isScalar, visit } from 'yaml';

/** A proposed graph as YAML, lists of names in one line, as people write them. */
export const planText = (plan: Readonly<Record<string, unknown>>): string => {
  const document = new Document(plan);
  visit(document, {
    Seq: (_, list) => {
      if (list.items.every((item) => isScalar(item))) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};
