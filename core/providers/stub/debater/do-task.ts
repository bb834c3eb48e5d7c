import { answerAlone } from './argue.ts';
import { lenses } from './lenses.ts';
import { chooseOf, type Matter } from './matter.ts';
import { spoken } from './speech.ts';

/** Results that an answer says it builds on. */
const MOST_NAMED = 3;
/** Longest words of a result that are repeated, in UTF-16 units. */
const MAX_EXCERPT = 120;
const MOST_ITEMS = 12;
const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A task of a graph, in the form that it asks for. */
export const doTask = (matter: Matter): string => {
  const { prompt } = matter;
  const alone = answerAlone(matter);
  switch (prompt.expects) {
    case 'list':
      return items(matter)
        .map((item) => `- ${item}`)
        .join('\n');
    case 'json': {
      const claims = alone.parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
      const value = { answer: alone.label?.value ?? '', points: claims, confidence: alone.confidence };
      return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
    }
    case 'text':
      return spoken({ ...alone, parts: [...builtOn(matter), ...alone.parts] }, prompt.wantsJson);
  }
};

const builtOn = ({ prompt: { results } }: Matter) =>
  results.length === 0
    ? []
    : [
        {
          kind: 'text' as const,
          text: `This builds on ${results
            .slice(0, MOST_NAMED)
            .map(({ title, text }) => `${title} ("${excerptOf(text)}")`)
            .join(', ')}${results.length > MOST_NAMED ? ' and others' : ''}.`,
        },
      ];

/** The beginning of a result without its marks. */
const excerptOf = (text: string): string => {
  const plain = text
    .slice(0, 4 * MAX_EXCERPT)
    .replace(/[*_#>"`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= MAX_EXCERPT ? plain : `${plain.slice(0, MAX_EXCERPT).trimEnd()} …`.toWellFormed();
};

/** As many as the task names, else three to five. */
const countOf = (matter: Matter): number => {
  const found = /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b/i.exec(matter.prompt.topic)?.[1];
  if (found === undefined) return 3 + Math.floor(chooseOf(matter, [0, 1, 2], 'items'));
  const word = numbers.indexOf(found.toLowerCase());
  return Math.min(MOST_ITEMS, Math.max(1, word >= 0 ? word + 2 : Number(found)));
};

const items = (matter: Matter): readonly string[] => {
  const { own, slots } = matter;
  const all = [...own, ...lenses.filter((lens) => !own.includes(lens))].flatMap((lens) =>
    lens.ideas.map((idea) => idea(slots)),
  );
  return all.slice(0, countOf(matter)).map(({ title, text }) => `${title}: ${text}`);
};
