import { chance } from '../../../effects/index.ts';
import { MEND_TITLE } from '../planner.ts';
import { capitalised } from './lens.ts';
import type { Matter } from './matter.ts';
import type { Speech } from './speech.ts';

/** Share of the seeds that ask for one revision. */
const SHARE_OF_REVISIONS = 0.5;

/** Accepts, or sends the work back once, by the seed; what came back mended is accepted. */
export const reviewWork = ({ prompt, seed, slots }: Matter): Speech => {
  const isMended = prompt.results.some(({ title }) => title.startsWith(MEND_TITLE));
  const wantsMore = !isMended && chance(seed, prompt.topic, 'review') < SHARE_OF_REVISIONS;
  const claim = (words: string) => ({ kind: 'claim' as const, claim: words, support: '' });
  return wantsMore
    ? {
        label: { name: 'Decision', value: 'revise' },
        parts: [
          claim(`- It does not say how ${slots.measure} would show success; name the value and the day.`),
          claim(
            `- ${capitalised(slots.failure)} is not provided for; say who would notice it and what is done then.`,
          ),
        ],
        confidence: 0.7,
      }
    : {
        label: { name: 'Decision', value: 'accept' },
        parts: [claim(`It answers what was asked, and ${slots.measure} would show whether it works.`)],
        confidence: 0.75,
      };
};
