import type { ReadStructured } from './read-structured.ts';

const withStop = (text: string) => (/[.!?:]$/.test(text) ? text : `${text}.`);

/** Markdown for people, of an answer that was nothing but JSON. */
export const composeContent = (read: ReadStructured): string => {
  const parts: string[] = [];
  if (read.vote !== '') parts.push(`**Vote:** ${read.vote}`);
  if (read.ranking.length > 0) parts.push(`**Ranking:** ${read.ranking.join(' > ')}`);
  if (read.decision !== '') parts.push(`**Decision:** ${read.decision}`);
  if (read.next !== '') parts.push(`**Next:** ${read.next}`);
  if (read.position !== '') parts.push(`**Position:** ${read.position}`);
  if (read.answer !== '') parts.push(read.answer);
  if (read.reason !== '') parts.push(read.reason);
  if (read.claims.length > 0) {
    parts.push(
      read.claims
        .map(({ text, support }) =>
          support.length === 0 ? `- ${text}` : `- ${withStop(text)} ${support.map(withStop).join(' ')}`,
        )
        .join('\n'),
    );
  }
  for (const { from, objection, answer } of read.objections) {
    parts.push(`> "${objection}"${from === null ? '' : ` (${from})`}`);
    if (answer !== '') parts.push(answer);
  }
  return parts.join('\n\n');
};
