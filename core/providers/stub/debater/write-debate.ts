import { chance, pick } from '../../../effects/index.ts';
import type { StubPrompt } from '../read-prompt.ts';

const recommendations = [
  'begin with one small trial and widen it only when it holds',
  'settle the failure cases before anything is built',
  'decide by a measured limit that is set beforehand',
  'give those who live with the result a say in it',
];

/** First form: a position, one claim, one quotation, a confidence; votes and moderation by chance. */
export const writeDebate = (prompt: StubPrompt, seed: number): string => {
  const { speaker, round, task } = prompt;
  const confidence = (0.55 + 0.35 * chance(seed, speaker, round, 'confidence')).toFixed(2);
  if (task === 'vote' || task === 'selection') {
    const option = pick(prompt.options, seed, speaker, round, 'vote');
    const ids = prompt.options.map((one) => one.id);
    const label = prompt.ranked
      ? `**Ranking:** ${[option?.id ?? '', ...ids.filter((id) => id !== option?.id)].join(' > ')}`
      : `**Vote:** ${option?.id ?? 'none'}`;
    return `${label}\n\n${option?.text ?? 'No option'} asks for the least that can work.\n\n**Confidence:** ${confidence}`;
  }
  if (task === 'moderation') {
    const next = pick(prompt.candidates, seed, speaker, round, prompt.fresh.length, 'next') ?? 'nobody';
    return `**Next:** ${next}\n\n${next} has not yet answered the last point.`;
  }
  if (task === 'judgement') {
    const names = prompt.options.length > 0 ? prompt.options.map((one) => one.id) : prompt.speakers;
    return `**Decision:** ${pick(names, seed, speaker, 'judge') ?? ''}\n\nThe case was the more specific one.\n\n**Confidence:** ${confidence}`;
  }
  const leaning = prompt.fresh.concat(prompt.positions).find((heard) => heard.text !== '');
  const settled = round > 2 && leaning;
  const clause = settled ? recommendations[0] : pick(recommendations, seed, speaker, 'stance');
  const last = prompt.fresh.at(-1);
  const quote = last
    ? `> "${last.text.split('\n').at(-3)?.slice(0, 120) ?? ''}" (${last.agent}, round ${last.round})\n\nThat leaves the cost out.\n\n`
    : '';
  return `**Position:** On ${prompt.topic.slice(0, 80)}: ${clause}.\n\nThe first step decides most. What is learned there cannot be learned on paper.\n\n${quote}**Confidence:** ${confidence}`;
};
