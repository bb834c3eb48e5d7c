import { chanceBits } from '../../../../../../core/effects/index.ts';
import type { Answer } from './drive-workflow.ts';
import { depId, type PlainNode } from './random-graph.ts';

export interface Expected {
  readonly status: 'done' | 'failed' | 'skipped' | 'blocked';
  readonly output?: string | readonly string[];
  readonly branch?: string;
}

/** What the n-th attempt of a turn says, whoever takes it; a graph may be of many faults or of none. */
export const answerOf = (
  seed: number,
  faults: number,
  id: string,
  attempt: number,
  isList: boolean,
): Answer => {
  const dice = chanceBits(seed, 'answer', id, attempt);
  if (dice % 100 < faults) return { fails: 'provider/unavailable' };
  const word = `w${(dice >>> 8) % 5} from ${id}`;
  if (!isList) return { content: word };
  if ((dice >>> 12) % 100 < faults) return { content: 'No list at all.' };
  const items = Array.from({ length: (dice >>> 16) % 4 }, (_, item) => `item ${item} of ${word}`);
  return { content: JSON.stringify(items) };
};

export const approves = (seed: number, id: string): boolean => chanceBits(seed, 'approve', id) % 2 === 0;

/**
 * What a run comes to that goes on after failures, without any schedule: each node by what its dependencies came to.
 * Written in the plainest way, to be held against the protocol.
 */
export const plainModel = (
  nodes: readonly PlainNode[],
  seed: number,
  faults: number,
): ReadonlyMap<string, Expected> => {
  const results = new Map<string, Expected>();
  for (const node of nodes) results.set(node.id, resultOf(node, results, seed, faults));
  return results;
};

const resultOf = (
  node: PlainNode,
  results: ReadonlyMap<string, Expected>,
  seed: number,
  faults: number,
): Expected => {
  const before = node.deps.map((dep) => ({ dep, result: results.get(depId(dep)) as Expected }));
  if (before.some(({ result }) => result.status === 'failed' || result.status === 'blocked')) {
    return { status: 'blocked' };
  }
  const isOther = before.some(
    ({ dep, result }) => typeof dep !== 'string' && !(result.status === 'done' && result.branch === dep.port),
  );
  if (isOther) return { status: 'skipped' };
  if (before.length > 0 && before.every(({ result }) => result.status === 'skipped'))
    return { status: 'skipped' };
  const turn = (id: string, isList = false): string | undefined => {
    const attempts = Number(node['retries'] ?? 0) + 1 + (node['fallback'] === undefined ? 0 : 1);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const answer = answerOf(seed, faults, id, attempt, isList);
      if ('content' in answer && !(isList && !answer.content.startsWith('['))) return answer.content;
    }
    return undefined;
  };
  const items = (): readonly string[] => {
    const output = results.get(String(node['over']))?.output;
    return Array.isArray(output) ? output : [];
  };
  const done = (output: string | readonly string[] | undefined): Expected =>
    output === undefined ? { status: 'failed' } : { status: 'done', output };
  switch (node.kind) {
    case 'task': {
      const isList = node['output'] === 'list';
      const said = turn(node.id, isList);
      return done(said !== undefined && isList ? (JSON.parse(said) as string[]) : said);
    }
    case 'condition': {
      const { contains } = node['test'] as { contains: string };
      const named = before.filter(({ dep }) => String(node['input']).includes(`{{${depId(dep)}.output}}`));
      const texts = named.length === 0 ? ['w1'] : named.map(({ result }) => textOf(result.output));
      return { status: 'done', branch: texts.join(' ').includes(contains) ? 'yes' : 'no' };
    }
    case 'approval':
      return { status: 'done', branch: approves(seed, node.id) ? 'approved' : 'rejected' };
    case 'map': {
      const made = items().map((_, index) => turn(`${node.id}[${index}]`));
      return made.includes(undefined) ? { status: 'failed' } : done(made as string[]);
    }
    case 'loop': {
      let said: string | undefined;
      for (let round = 1; round <= 3; round += 1) {
        said = turn(`${node.id}[${round}]`);
        if (said === undefined || said.includes('w2')) break;
      }
      return done(said);
    }
    case 'reduce': {
      if (node['batch'] === undefined) return done(turn(node.id));
      let row = items();
      if (row.length === 0) return done('');
      let steps = 0;
      do {
        const next: (string | undefined)[] = [];
        for (let from = 0; from < row.length; from += 2) {
          next.push(turn(`${node.id}[${steps}]`));
          steps += 1;
        }
        if (next.includes(undefined)) return { status: 'failed' };
        row = next as string[];
      } while (row.length > 1);
      return done(row[0]);
    }
  }
};

/** As a list stands in a text. */
const textOf = (output: Expected['output']): string =>
  output === undefined || typeof output === 'string'
    ? (output ?? '')
    : output.map((item) => `- ${item}`).join('\n');
