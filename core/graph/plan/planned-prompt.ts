export interface PlannedPrompt {
  readonly text: string;
  /** Ids of the nodes whose outputs it names. */
  readonly names: readonly string[];
  /** Places in braces that stand for nothing; they stay in it as plain words. */
  readonly unknown: readonly string[];
}

const OPEN = '{{';
const CLOSE = '}}';
/** Longest name between braces that is looked up. */
const MAX_NAME = 300;

/**
 * A planner's words as the prompt of a node. Whatever it put between braces means the output of another node of the
 * plan or is plain text: a planner writes no templates on purpose, and quotes some by chance.
 */
export const plannedPrompt = (prompt: string, find: (name: string) => string | undefined): PlannedPrompt => {
  const names = new Set<string>();
  const unknown: string[] = [];
  let text = '';
  let from = 0;
  for (let open = prompt.indexOf(OPEN); open >= 0; open = prompt.indexOf(OPEN, from)) {
    const isEscaped = open > from && prompt.charAt(open - 1) === '\\';
    text += prompt.slice(from, open);
    from = open + OPEN.length;
    if (isEscaped) {
      text += OPEN;
      continue;
    }
    const close = prompt.slice(from, from + MAX_NAME).indexOf(CLOSE);
    const inside = close < 0 ? '' : prompt.slice(from, from + close).trim();
    const id = inside === '' ? undefined : find(nameIn(inside));
    if (id === undefined) {
      text += `\\${OPEN}`;
      unknown.push(inside);
    } else {
      text += `{{nodes[${JSON.stringify(id)}].output}}`;
      names.add(id);
      from += close + CLOSE.length;
    }
  }
  return { text: text + prompt.slice(from), names: [...names], unknown };
};

/** `scope` of `scope.output`, `nodes["scope"].output`, `nodes.scope.result` and `scope`. */
const nameIn = (inside: string): string =>
  inside
    .replace(/\.(output|result|outputs|results|content)$/i, '')
    .replace(/^(nodes|tasks|steps)\s*(\.|\[)/i, '')
    .replace(/^["'`]|["'`\]]+$/g, '');
