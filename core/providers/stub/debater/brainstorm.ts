import type { StubHeard } from '../read-prompt.ts';
import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';
import { drawOf, hasStyle, lastingDraw, type Matter } from './matter.ts';

const holds = (turns: readonly StubHeard[], title: string): boolean =>
  turns.some((turn) => turn.text.includes(title));

/** Three ideas of the speaker's lenses that nobody has had yet; then ideas of other lenses. */
export const ideasOf = (matter: Matter): string => {
  const { prompt, own, slots } = matter;
  const known = prompt.own
    ? [...prompt.positions, ...prompt.fresh, prompt.own]
    : [...prompt.positions, ...prompt.fresh];
  const wanted = hasStyle(prompt, 'brevity', 'strong') ? 2 : 3;
  const items: string[] = [];
  const first = prompt.round - 1 + Math.floor(lastingDraw(matter, 'ideas') * 3);
  const add = (lens: Lens, turn: number) => {
    const idea = lens.ideas[turn % lens.ideas.length]?.(slots);
    if (!idea || items.length >= wanted || holds(known, idea.title)) return;
    const item = `- **${idea.title}**: ${idea.text}`;
    if (!items.includes(item)) items.push(item);
  };
  for (let turn = first; turn < first + 3; turn += 1) for (const lens of own) add(lens, turn);
  for (let turn = 0; turn < 3; turn += 1) for (const lens of lenses) add(lens, turn);
  if (items.length === 0)
    items.push(
      `- **Take the first idea again**: Everything that occurs to me about ${slots.term} has been said; combine the first two ideas of this session.`,
    );
  return `${items.join('\n')}\n\n**Confidence:** ${(0.45 + 0.3 * drawOf(matter, 'idea')).toFixed(2)}`;
};

interface HeardIdea {
  readonly title: string;
  readonly by: string;
}

const itemLine = /^(?:[-*+]|\d{1,3}[.)])\s+(.*)$/;

const heardIdeas = (turns: readonly StubHeard[]): readonly HeardIdea[] =>
  turns.flatMap((turn) =>
    turn.text.split('\n').flatMap((line) => {
      const item = itemLine.exec(line)?.[1];
      if (item === undefined) return [];
      const title = /^\*\*([^*]{2,160})\*\*/.exec(item)?.[1] ?? item.slice(0, 120);
      return [{ title: title.replace(/[:.]\s*$/, ''), by: turn.agent }];
    }),
  );

const OTHER_THEME = 'Further ideas';

/** Sorts what was heard by the theme of the lens it came from; ideas of other models go by their words. */
export const clusterOf = (matter: Matter): string => {
  const { prompt, slots } = matter;
  const themes = new Map<string, string[]>();
  const themeOf = (title: string): string =>
    lenses.find((lens) => lens.ideas.some((idea) => idea(slots).title === title))?.theme ??
    lenses.find((lens) => lens.styles.some((style) => title.toLowerCase().includes(style.slice(0, 6))))
      ?.theme ??
    OTHER_THEME;
  const heard = heardIdeas(prompt.fresh);
  for (const { title, by } of heard) {
    const theme = themeOf(title);
    themes.set(theme, [...(themes.get(theme) ?? []), `- ${title} (${by})`]);
  }
  if (themes.size === 0) return `### ${OTHER_THEME}\n- No ideas were heard yet (${prompt.speaker})`;
  return [...themes].map(([theme, items]) => `### ${theme}\n${items.join('\n')}`).join('\n\n');
};
