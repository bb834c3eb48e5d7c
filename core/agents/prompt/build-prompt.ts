import { type ChatMessage, keepCanonical } from '../../contract/index.ts';
import type { Prompt, TurnBrief } from '../turn-brief.ts';
import { agentParts } from './agent-parts.ts';
import { formPart } from './answer-form.ts';
import { ballotParts } from './ballot-parts.ts';
import { conversationParts } from './conversation-parts.ts';
import { directiveOf, rulesPart } from './directives.ts';
import { fitted, type Part, wholePart } from './part.ts';
import { planSchema } from './plan-schema.ts';
import { planningParts } from './planning-parts.ts';
import { quoted } from './quoted.ts';
import { votePart } from './vote-part.ts';
import { resultParts, taskPart, workRulesPart, workTurnPart } from './work-parts.ts';

/** What a provider adds to frame a message. */
const MESSAGE_TOKENS = 4;

const turnText = (brief: TurnBrief): string =>
  `## Your turn\nRound ${brief.round} of ${brief.maxRounds}. Phase: ${brief.phase}. Task: ${brief.kind}. Speaker: ${brief.agent.name}.\nWrite this one turn as ${brief.agent.name}, and nothing for anybody else.`;

/** System messages of an agent that nothing was cut from: few, long, and the same for round after round. */
const systemMessages = new WeakMap<Part, Map<string, ChatMessage>>();

const systemMessage = (brief: TurnBrief, role: Part, parts: readonly Part[]): ChatMessage => {
  if (parts.some((part) => part.truncated) || !parts.includes(role)) return messageOf(parts);
  const known = systemMessages.get(role) ?? new Map<string, ChatMessage>();
  const key = `${brief.mode} ${brief.kind} ${brief.ranked} ${brief.form ?? ''} ${brief.work?.expects ?? ''} ${parts.length}`;
  const message = known.get(key) ?? keepCanonical(messageOf(parts));
  known.set(key, message);
  systemMessages.set(role, known);
  return message;
};

const messageOf = (parts: readonly Part[]) => ({ content: joined(parts), role: 'system' }) as const;

const joined = (parts: readonly Part[]): string => {
  let text = '';
  for (const part of parts) text = text === '' ? part.text : `${text}\n\n${part.text}`;
  return text;
};

/**
 * The prompt of a turn: pure, and the same bytes for the same brief. It never costs more than
 * `contextTokens` (from 512 on). What gives way when room is short, and in which order, is written in
 * docs/architecture/agents.md; the shares below are that order.
 */
export const buildPrompt = (brief: TurnBrief): Prompt => {
  const { work } = brief;
  const { role, style, insights } = agentParts(brief.agent);
  const directive = wholePart('directive', directiveOf(brief.mode, brief.kind, brief.agent.name));
  const form = formPart(brief.kind, brief.ranked, brief.form ?? 'labelled', work?.expects);
  const turn = work ? workTurnPart(brief) : wholePart('turn', turnText(brief));
  const rules = work ? workRulesPart : rulesPart;
  let room = brief.contextTokens - 2 * MESSAGE_TOKENS;
  for (const fixed of [directive, rules, form, turn]) room -= fixed.tokens;

  const take = (parts: readonly Part[]): readonly Part[] => {
    for (const part of parts) room -= part.tokens;
    return parts;
  };
  const place = (part: Part | undefined, share: number): readonly Part[] => {
    const kept = part && fitted(part, Math.floor(room * share));
    return kept ? take([kept]) : [];
  };

  const topic = work
    ? place(taskPart(work), 2 / 3)
    : place(wholePart('topic', `## Topic\n${quoted(brief.topic)}`), 1 / 2);
  const ballot = take(ballotParts(brief, Math.floor(room / 2)));
  const vote = brief.vote ? place(votePart(brief.vote), 1 / 3) : [];
  const speakers = work
    ? []
    : place(wholePart('speakers', `## Speakers\n${brief.participants.join(', ')}`), 1 / 4);
  const roleParts = place(role, 1 / 3);
  const styleParts = place(style, 1 / 3);
  const conversation = conversationParts(brief, work ? Math.floor(room / 3) : room);
  take(conversation.parts);
  const planning = work?.planning ? take(planningParts(work.planning, Math.floor((room * 2) / 3))) : [];
  const results = work ? resultParts(work, room) : [];

  const system = [directive, ...roleParts, ...styleParts, rules, form];
  const user = [
    ...topic,
    ...speakers,
    ...planning,
    ...results,
    ...conversation.parts,
    ...vote,
    ...ballot,
    turn,
  ];
  let tokens = 2 * MESSAGE_TOKENS;
  const sections = [...system, ...user].map((part) => {
    tokens += part.tokens;
    return { name: part.name, tokens: part.tokens, truncated: part.truncated };
  });
  return {
    messages: [systemMessage(brief, role, system), { content: joined(user), role: 'user' }],
    sections,
    tokens,
    styleInsights: insights,
    shortTerm: conversation.shortTerm,
    ...(work?.planning && brief.form === 'labelled-and-json' && { answerSchema: planSchema(work.planning) }),
  };
};
