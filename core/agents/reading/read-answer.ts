import type { Ballot, TurnKind } from '../../contract/index.ts';
import { cleaned, onOneLine } from '../prompt/quoted.ts';
import type { ReadAnswer } from '../turn-brief.ts';
import type { AnswerContext } from './answer-context.ts';
import { composeContent } from './compose-content.ts';
import { findJson } from './find-json.ts';
import { readBallot } from './read-ballot.ts';
import { readConfidence } from './read-confidence.ts';
import { type ReadProse, readProse, TREE_LIMITS, withoutEmphasis } from './read-prose.ts';
import { readReview } from './read-review.ts';
import { type ReadStructured, readStructured } from './read-structured.ts';
import { firstNamed } from './resolve-name.ts';
import { resolveOption } from './resolve-option.ts';

/** Local reasoning models think aloud in front of their answer; the raw text keeps it. */
const withoutThinking = (text: string): string => {
  const start = text.trimStart();
  if (!start.startsWith('<think>')) return text;
  const end = start.indexOf('</think>');
  return end < 0 ? start.slice('<think>'.length) : start.slice(end + '</think>'.length);
};

const isBallot = (kind: TurnKind): boolean => kind === 'vote' || kind === 'selection';
const isGrouped = (kind: TurnKind): boolean => kind === 'cluster' || kind === 'synthesis';

interface Sources {
  readonly prose: ReadProse;
  readonly json: ReadStructured | undefined;
}

const ballotOf = (context: AnswerContext, { prose, json }: Sources): Ballot =>
  readBallot(context, {
    vote: json?.vote || (prose.values.get('vote') ?? ''),
    ranking: json && json.ranking.length > 0 ? json.ranking : (prose.values.get('ranking') ?? ''),
    reason: json?.reason || (prose.values.get('reason') ?? '') || prose.opening,
    prose: prose.shown,
  });

/** The judge's pick: an option where there are options, else one of the names. */
const judgementOf = (context: AnswerContext, { prose, json }: Sources): string | null => {
  const value = json?.decision || (prose.values.get('decision') ?? prose.values.get('vote') ?? '');
  if (context.options.length > 0) {
    return (
      (resolveOption(context.options, value) ?? resolveOption(context.options, prose.opening))?.id ?? null
    );
  }
  const names = context.candidates.length > 0 ? context.candidates : context.participants;
  return firstNamed(names, value) ?? firstNamed(names, prose.shown);
};

const nextSpeakerOf = (context: AnswerContext, { prose, json }: Sources): string | null => {
  const value = json?.next || (prose.values.get('next') ?? prose.values.get('decision') ?? '');
  return firstNamed(context.candidates, value) ?? firstNamed(context.candidates, prose.shown);
};

/** What a planner wrote is data: it is kept as it is and read by those who know graphs. */
const planAnswer = (content: string): ReadAnswer => ({
  content,
  reasoning: { position: '', claims: [], objections: [], confidence: null, answer: '', source: 'structured' },
  decision: null,
  ballot: null,
});

/** A turn's position in one line; an empty one means that a turn of this kind takes none. */
const positionOf = (
  kind: TurnKind,
  context: AnswerContext,
  sources: Sources,
  chosen: string | null,
): string => {
  const { prose, json } = sources;
  const claims = json && json.claims.length > 0 ? json.claims : prose.claims;
  if (kind === 'moderation') return '';
  if (isBallot(kind)) return context.options.find((option) => option.id === chosen)?.text ?? '';
  if (kind === 'idea' || kind === 'cluster')
    return claims.map((claim) => claim.text.replace(/[:.]$/, '')).join('; ');
  return (
    json?.position || (prose.values.get('position') ?? prose.values.get('answer') ?? '') || prose.opening
  );
};

/**
 * Reads an answer of any model into a tree: from its JSON where it wrote some (whole, fenced, after prose),
 * and what that leaves open from its Markdown by the rules of docs/architecture/agents.md. Takes time linear
 * in the text and never throws.
 */
export const readAnswer = (kind: TurnKind, context: AnswerContext, text: string): ReadAnswer => {
  const plain = withoutThinking(cleaned(text)).trim();
  if (kind === 'plan') return planAnswer(plain);
  const isRaw = (context.expects ?? 'text') !== 'text';
  const found = isRaw ? undefined : findJson(plain);
  const outside = found ? `${plain.slice(0, found.start)}${plain.slice(found.end)}`.trim() : plain;
  const json = found && readStructured(found);
  const prose = readProse(outside, context.participants, isGrouped(kind));
  const sources: Sources = { prose, json };

  const ballot = isBallot(kind) ? ballotOf(context, sources) : null;
  const voted =
    ballot && context.options.some((option) => option.id === ballot.choice) ? ballot.choice : null;
  const decision =
    kind === 'judgement'
      ? judgementOf(context, sources)
      : kind === 'moderation'
        ? nextSpeakerOf(context, sources)
        : kind === 'review'
          ? readReview(json?.decision || (prose.values.get('decision') ?? ''), prose.opening)
          : voted;
  const position = withoutEmphasis(
    onOneLine(positionOf(kind, context, sources, decision), TREE_LIMITS.position),
  );
  const confidence = json?.confidence ?? readConfidence(prose.values.get('confidence'));
  const answer = onOneLine(
    json?.answer ||
      (prose.values.get('answer') ?? '') ||
      (isBallot(kind) ? position : (decision ?? position)),
    TREE_LIMITS.position,
  );
  return {
    content: isRaw ? plain : prose.shown !== '' ? prose.shown : json ? cleaned(composeContent(json)) : plain,
    reasoning: {
      answer,
      claims: [...(json && json.claims.length > 0 ? json.claims : prose.claims)],
      confidence,
      objections: [...(json && json.objections.length > 0 ? json.objections : prose.objections)],
      position,
      source: json ? 'structured' : 'text',
    },
    decision,
    ballot,
  };
};
