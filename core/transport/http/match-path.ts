/**
 * The values of `{name}` parts when the path fits the template, decoded; undefined when it does not fit or is not
 * well encoded.
 */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== text) return undefined;
      continue;
    }
    if (text === '') return undefined;
    try {
      values[name] = decodeURIComponent(text);
    } catch {
      return undefined;
    }
  }
  return values;
};
