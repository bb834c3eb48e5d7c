import type { Lens } from '../lens.ts';

export const diplomacy: Lens = {
  styles: ['diplomacy'],
  clause: () => 'write down what would change each mind',
  points: [
    ({ gain, loss }) => ({
      claim: 'We agree on more than the tone suggests.',
      support: `Everybody here wants ${gain}; what divides us is how much ${loss} it is worth, and that is a matter of degree.`,
    }),
    ({ step }) => ({
      claim: `All positions on the table survive ${step}.`,
      support: 'It costs nobody an argument, and afterwards we argue from the same facts.',
    }),
    ({ failure }) => ({
      claim: 'The dispute is about order, hardly about aims.',
      support: `One side begins with ${failure}, the other with the ordinary day; a plan needs both, one after the other.`,
    }),
  ],
  replies: [
    ({ gain }, word) =>
      `I would put it so that both sides could sign: "${word}" matters as far as ${gain} depends on it. Is there anybody who disagrees with that?`,
    ({ loss }) =>
      `There is a fear behind it, and it is a fair one: to lose ${loss} and hear of it last. Name a safeguard, and the rest can be settled.`,
    (_, word) => `Take "${word}" as a condition and not as an objection, and we are one sentence apart.`,
  ],
  merit: () => 'more than one side can sign it without losing face',
  ideas: [
    () => ({
      title: 'Swap sides for an hour',
      text: 'Each camp writes the strongest case for the other one; what both cases contain is the common ground.',
    }),
    ({ step }) => ({
      title: 'A truce with a date',
      text: `Everybody accepts ${step} until a fixed day and brings the same facts to the table afterwards.`,
    }),
    ({ gain }) => ({
      title: 'A list of conditions',
      text: `Collect under which condition each side would give way on ${gain}, and begin with the cheapest.`,
    }),
  ],
  theme: 'People and fairness',
  nextStep: () => 'Write down what would change each mind, before the first result is in.',
};
