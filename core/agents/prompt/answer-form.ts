import type { TurnKind } from '../../contract/index.ts';
import { type Part, wholePart } from './part.ts';

/** What a task is to give: words, or nothing but a list or JSON. */
export type ExpectedOutput = 'text' | 'list' | 'json';

/** `labelled`: Markdown with a few labels. `labelled-and-json`: the same, then one fenced JSON block. */
export type AnswerForm = 'labelled' | 'labelled-and-json';

const confidence = 'Last line: `**Confidence:** ` and a number from 0 to 1.';

const argument = [
  'Write Markdown, in this order:',
  '- First line: `**Position:** ` and your position in one sentence that can stand alone.',
  '- Then your case in short paragraphs, one claim each, the claim first and its reasons after it.',
  '- To answer somebody, quote a few of their words on a line `> "words" (Name, round N)` and reply in the paragraph below it.',
  `- ${confidence}`,
].join('\n');

const choice = [
  'Write, in this order:',
  '- First line: `**Vote:** ` and the letter of one option.',
  '- Then your reason in one to three sentences.',
  `- ${confidence}`,
].join('\n');

const ranking = [
  'Write, in this order:',
  '- First line: `**Ranking:** ` and the letters of all options, best first, like `B > A > C`.',
  '- Then your reason in one to three sentences.',
  `- ${confidence}`,
].join('\n');

const forms = {
  answer: `Write Markdown and begin with the answer itself. ${confidence}`,
  position: argument,
  rebuttal: argument,
  closing: argument,
  discussion: argument,
  proposal: argument.replace('**Position:** ` and your position', '**Proposal:** ` and your proposal'),
  judgement: [
    'Write Markdown, in this order:',
    '- First line: `**Decision:** ` and one of the options, candidates or speakers listed below.',
    '- Then your reasons in short paragraphs; quote what decided it on a line `> "words" (Name, round N)`.',
    `- ${confidence}`,
  ].join('\n'),
  idea: `Write a list, one idea an item: \`- **Title**: one or two sentences\`. ${confidence}`,
  cluster: `Write Markdown: for each group a line \`### Name of the group\`, then its ideas as a list, each with its author: \`- idea (Name)\`. ${confidence}`,
  selection: choice,
  vote: choice,
  moderation:
    'Write, in this order:\n- First line: `**Next:** ` and one name out of "Candidates".\n- Then in one or two sentences what that speaker should settle.',
  synthesis: [
    'Write Markdown, in this order:',
    '- First line: `**Conclusion:** ` and the result in one or two sentences that can stand alone.',
    '- Then `### Agreed`, `### Still open` and `### Next steps`, each with a short list.',
    `- ${confidence}`,
  ].join('\n'),
  task: `Write Markdown and begin with the result itself. ${confidence}`,
  plan: [
    'Write one JSON object, bare or fenced by ```json, and nothing else:',
    '{"nodes": [{"id": "short-name", "title": "a few words", "prompt": "what is to be done", "agent": "a name on the team", "deps": ["id of a task whose result this one needs"]}]}',
    '- `prompt` says all that the agent must know, and what its result must hold. Results of `deps` are given along; write no placeholders for them.',
    '- No task waits for itself or in a circle. The last task gives the whole result.',
  ].join('\n'),
  review: [
    'Write Markdown, in this order:',
    '- First line: `**Decision:** ` and accept or revise.',
    '- Where you ask for a revision: a list of what is wrong or missing, each point with what would mend it. Else one sentence on what decided it.',
    `- ${confidence}`,
  ].join('\n'),
} as const satisfies Record<TurnKind, string>;

const jsonBlock = (extra: string) =>
  `After that, end with one block fenced by \`\`\`json that holds {"position": "", "claims": [{"text": "", "support": [""]}], "objections": [{"from": "", "objection": "", "answer": ""}], "confidence": 0.0${extra}} for what you wrote.`;

const extraKeys: Partial<Record<TurnKind, string>> = {
  vote: ', "vote": ""',
  selection: ', "vote": ""',
  judgement: ', "decision": ""',
  review: ', "decision": ""',
  moderation: ', "next": ""',
};

const outputs = {
  list: 'Write a list and nothing else: one item a line, each line beginning with `- `. Say the whole of an item in its line.',
  json: 'Write one block fenced by ```json and nothing else.',
} as const;

const formText = (
  kind: TurnKind,
  ranked: boolean,
  form: AnswerForm,
  expects: ExpectedOutput | undefined,
): string => {
  if (kind === 'task' && (expects === 'list' || expects === 'json')) return outputs[expects];
  if (kind === 'plan') return forms.plan;
  const isBallot = kind === 'vote' || kind === 'selection';
  const text = ranked && isBallot ? ranking : forms[kind];
  if (form === 'labelled') return text;
  return `${text}\n${jsonBlock(ranked && isBallot ? ', "ranking": [""]' : (extraKeys[kind] ?? ''))}`;
};

/** One part for each kind and form; there are few of them. */
const known = new Map<string, Part>();

/** How the answer should be written, as a part of the system message. */
export const formPart = (
  kind: TurnKind,
  ranked: boolean,
  form: AnswerForm,
  expects?: ExpectedOutput,
): Part => {
  const key = `${kind} ${ranked} ${form} ${expects ?? ''}`;
  const before = known.get(key);
  if (before) return before;
  const part = wholePart('format', `## Form of the answer\n${formText(kind, ranked, form, expects)}`);
  known.set(key, part);
  return part;
};
