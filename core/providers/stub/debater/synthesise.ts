import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';
import type { Matter } from './matter.ts';
import { commonText, type HeldPosition, newestPositions, type Side, statedIn } from './positions.ts';

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const names = (held: readonly HeldPosition[]): string => {
  const all = held.map((one) => one.agent);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

interface Count {
  readonly text: string;
  readonly by: readonly string[];
}

/** Positions that were taken in the same words, most shared first: how votes and picks look. */
const sharedTexts = (matter: Matter): readonly Count[] => {
  const newest = new Map<string, string>();
  for (const { agent, text } of matter.prompt.positions) newest.set(agent, text);
  for (const { agent, text } of matter.prompt.fresh) {
    newest.set(agent, statedIn(text) ?? newest.get(agent) ?? text.split('\n')[0] ?? '');
  }
  const counts = new Map<string, string[]>();
  const { speakers } = matter.prompt;
  for (const [agent, text] of newest) {
    if (speakers.length > 0 && !speakers.includes(agent)) continue;
    counts.set(text, [...(counts.get(text) ?? []), agent]);
  }
  return [...counts].map(([text, by]) => ({ text, by })).sort((a, b) => b.by.length - a.by.length);
};

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const chosen = /^Chose: (.*)$/m;

/**
 * What the vote gave as it was counted; in prompts without a count what the ballots say: the option with most first
 * choices, or that they were split. Undefined without either.
 */
const voteResult = ({ prompt, topic }: Matter): string | undefined => {
  if (prompt.vote) {
    const { decided, counts } = prompt.vote;
    return decided === undefined
      ? `${topic.opening} nothing was decided: no option had what the vote asks for (${counts}).`
      : `${sentence(decided)} It was decided (${counts}).`;
  }
  const counts = new Map<string, number>();
  let cast = 0;
  for (const { text } of prompt.fresh) {
    const option = chosen.exec(text)?.[1];
    if (option === undefined) continue;
    cast += 1;
    counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return undefined;
  if (first[1] === second?.[1]) {
    return `${topic.opening} the first choices were split between ${counts.size} options, and none of them leads.`;
  }
  return `${sentence(first[0])} It was the first choice of ${first[1]} of ${cast}.`;
};

const foreignSynthesis = (matter: Matter): string => {
  const shared = sharedTexts(matter).filter((count) => count.text !== '');
  const [top] = shared;
  const subject = matter.slots.term;
  const conclusion =
    voteResult(matter) ??
    (top && top.by.length > 1
      ? `${top.by.length} of ${shared.reduce((sum, one) => sum + one.by.length, 0)} speakers on ${subject} came to the same result: ${top.text.slice(0, 300)}`
      : `No common result on ${subject}; each speaker ends with a position of its own.`);
  const lines = shared.slice(0, 12).map((count) => `${count.by.join(', ')}: ${count.text.slice(0, 240)}`);
  return [
    `**Conclusion:** ${conclusion}`,
    `### Where they stand\n${list(lines.length > 0 ? lines : ['Nobody has spoken yet.'])}`,
    `**Confidence:** ${top && top.by.length > 1 ? '0.70' : '0.40'}`,
  ].join('\n\n');
};

const majority = (held: readonly HeldPosition[], least: number): Side => {
  const first = held.filter((one) => one.side === 'first').length;
  if (held.every((one) => one.side === 'none')) return 'none';
  return first >= least ? 'first' : 'second';
};

/** The result for a reader who was not there: what two thirds share, what is held by fewer, and what to do. */
export const synthesise = (matter: Matter): string => {
  const held = [...newestPositions(matter).values()].filter((one) => one.lenses.length > 0);
  if (held.length === 0) return foreignSynthesis(matter);
  const holders = (lens: Lens) => held.filter((one) => one.lenses.includes(lens));
  const least = Math.max(held.length > 1 ? 2 : 1, Math.ceil((held.length * 2) / 3));
  const clause = (lens: Lens) => matter.clauses.get(lens) as string;
  const agreed = lenses.filter((lens) => holders(lens).length >= least);
  const open = lenses.filter((lens) => holders(lens).length > 0 && !agreed.includes(lens));
  const side = majority(held, least);
  const divided = side !== 'none' && held.some((one) => one.side !== side);
  const strongest = [...open].sort((a, b) => holders(b).length - holders(a).length)[0];
  const conclusion =
    voteResult(matter) ??
    (agreed.length > 0
      ? commonText(matter, agreed, side)
      : `${matter.topic.opening} no common position was reached${strongest ? `; most support went to the demand to ${clause(strongest)}` : ''}.`);
  const agreedLines = agreed.map((lens) => `${names(holders(lens))}: ${clause(lens)}.`);
  const openLines = open.map((lens) => `${names(holders(lens))} would also ${clause(lens)}.`);
  if (divided) {
    const apart = held.filter((one) => one.side !== side);
    openLines.unshift(
      `${names(apart)} ${apart.length === 1 ? 'takes' : 'take'} the other side of the main question.`,
    );
  }
  const steps = (agreed.length > 0 ? agreed : strongest ? [strongest] : []).map((lens) =>
    lens.nextStep(matter.slots),
  );
  const unity = agreed.length / Math.max(1, agreed.length + open.length);
  return [
    `**Conclusion:** ${conclusion}`,
    `### Agreed\n${list(agreedLines.length > 0 ? agreedLines : ['Nothing beyond the question itself.'])}`,
    `### Still open\n${list(openLines.length > 0 ? openLines : ['Nothing that the speakers named.'])}`,
    `### Next steps\n${list(steps)}`,
    `**Confidence:** ${(0.45 + 0.4 * unity - (divided ? 0.1 : 0)).toFixed(2)}`,
  ].join('\n\n');
};
