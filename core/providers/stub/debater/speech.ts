export type SpeechPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'claim'; readonly claim: string; readonly support: string }
  | {
      readonly kind: 'reply';
      readonly from: string;
      /** Null for words of people, which are quoted without a round. */
      readonly round: number | null;
      readonly quote: string;
      readonly answer: string;
    };

/** A turn before it is written down. */
export interface Speech {
  /** First line: `**Position:** ...`; null where the kind of turn has none. */
  readonly label: { readonly name: string; readonly value: string } | null;
  readonly parts: readonly SpeechPart[];
  readonly confidence: number | null;
}

const partText = (part: SpeechPart): string => {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'claim':
      return part.support === '' ? part.claim : `${part.claim} ${part.support}`;
    case 'reply': {
      const place = part.round === null ? part.from : `${part.from}, round ${part.round}`;
      return `> "${part.quote}" (${place})\n\n${part.answer}`;
    }
  }
};

/** Keys of the labels that are no position. */
const jsonKeys: Readonly<Record<string, string>> = {
  Vote: 'vote',
  Decision: 'decision',
  Next: 'next',
};

const jsonOf = ({ label, parts, confidence }: Speech): string => {
  const value: Record<string, unknown> = {
    claims: parts.flatMap((part) =>
      part.kind === 'claim' ? [{ text: part.claim, support: part.support === '' ? [] : [part.support] }] : [],
    ),
    objections: parts.flatMap((part) =>
      part.kind === 'reply' ? [{ from: part.from, objection: part.quote, answer: part.answer }] : [],
    ),
    confidence,
  };
  if (label?.name === 'Ranking') value['ranking'] = label.value.split(' > ');
  else if (label) value[jsonKeys[label.name] ?? 'position'] = label.value;
  return `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``;
};

/** The speech as Markdown in the form that prompts ask for, with the JSON block where they ask for that too. */
export const spoken = (speech: Speech, wantsJson: boolean): string => {
  const lines: string[] = [];
  if (speech.label) lines.push(`**${speech.label.name}:** ${speech.label.value}`);
  for (const part of speech.parts) lines.push(partText(part));
  if (speech.confidence !== null) lines.push(`**Confidence:** ${speech.confidence.toFixed(2)}`);
  if (wantsJson) lines.push(jsonOf(speech));
  return lines.join('\n\n');
};
