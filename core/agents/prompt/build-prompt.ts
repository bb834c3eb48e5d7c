import { estimateTokens } from '../../contract/index.ts';
import { chooseStyle } from '../style/choose-style.ts';
import type { Prompt, TurnBrief } from '../turn-brief.ts';
import { answerFormOf } from './answer-form.ts';
import { ballotParts } from './ballot-parts.ts';
import { conversationParts } from './conversation-parts.ts';
import { directiveOf, QUOTING_RULE } from './directives.ts';
import { fittingPart, type Part, wholePart } from './part.ts';
import { cleaned, quoted } from './quoted.ts';

/** What a provider adds to frame a message. */
const MESSAGE_TOKENS = 4;

const styleText = (brief: TurnBrief) => {
  const chosen = chooseStyle(brief.agent.style);
  const lines = chosen.fragments.map(({ style, intensity, text }) => `- ${style} (${intensity}): ${text}`);
  return { lines, insights: chosen.insights };
};

const turnText = (brief: TurnBrief): string =>
  `## Your turn\nRound ${brief.round} of ${brief.maxRounds}. Phase: ${brief.phase}. Task: ${brief.kind}. Speaker: ${brief.agent.name}.\nWrite this one turn as ${brief.agent.name}, and nothing for anybody else.`;

const joined = (parts: readonly Part[]): string => parts.map((part) => part.text).join('\n\n');

/**
 * The prompt of a turn: pure, and the same bytes for the same brief. It never costs more than
 * `contextTokens` (from 512 on). What gives way when room is short, and in which order, is written in
 * docs/architecture/agents.md; the shares below are that order.
 */
export const buildPrompt = (brief: TurnBrief): Prompt => {
  const directive = wholePart('directive', directiveOf(brief.mode, brief.kind, brief.agent.name));
  const rules = wholePart('rules', `## Quoted words\n${QUOTING_RULE}`);
  const form = wholePart(
    'format',
    `## Form of the answer\n${answerFormOf(brief.kind, brief.ranked, brief.form ?? 'labelled')}`,
  );
  const turn = wholePart('turn', turnText(brief));
  let room = brief.contextTokens - 2 * MESSAGE_TOKENS;
  for (const fixed of [directive, rules, form, turn]) room -= fixed.tokens;

  const take = (part: Part | undefined): readonly Part[] => {
    if (!part) return [];
    room -= part.tokens;
    return [part];
  };
  const share = (fraction: number) => Math.floor(room * fraction);

  const topic = take(fittingPart('topic', '## Topic', quoted(brief.topic), share(1 / 2)));
  const ballot = ballotParts(brief, share(1 / 2)).flatMap(take);
  const role = take(fittingPart('role', '## Role', cleaned(brief.agent.role).trim(), share(1 / 2)));
  const chosen = styleText(brief);
  const style = take(fittingPart('style', '## Style', chosen.lines.join('\n'), share(1 / 2)));
  const speakers = take(fittingPart('speakers', '## Speakers', brief.participants.join(', '), share(1 / 8)));
  const conversation = conversationParts(brief, room);

  const system = [directive, ...role, ...style, rules, form];
  const user = [...topic, ...speakers, ...conversation.parts, ...ballot, turn];
  const sections = [...system, ...user].map(({ name, tokens, truncated }) => ({ name, tokens, truncated }));
  return {
    messages: [
      { role: 'system', content: joined(system) },
      { role: 'user', content: joined(user) },
    ],
    sections,
    tokens: sections.reduce((sum, section) => sum + section.tokens, 2 * MESSAGE_TOKENS),
    styleInsights: chosen.insights,
    shortTerm: conversation.shortTerm,
  };
};

/** Estimated tokens of a prompt that is only a text, for calls outside a session. */
export const estimateMessages = (messages: Prompt['messages']): number =>
  messages.reduce((sum, message) => sum + estimateTokens(message.content) + MESSAGE_TOKENS, 0);
