import { estimateTokens } from '../../contract/index.ts';
import type { Planning } from '../turn-brief.ts';
import { cutToTokens, fairShares } from './cut.ts';
import { fitted, type Part, wholePart } from './part.ts';
import { onOneLine, quoted } from './quoted.ts';

/** Longest description of a member, in UTF-16 units. */
const MAX_DESCRIPTION = 500;
const TEAM = '## Team';

const purposes: Record<Planning['purpose'], string> = {
  plan: 'Plan the whole goal.',
  revise:
    'A plan was carried out; its results are below. Take up the points under Remarks that serve the goal, and plan only what has to be done for them; the last task gives the whole result anew. `deps` may name results that are there.',
  change:
    'A task of the plan failed for good. What has ended is below. Plan anew what is left of the goal, another way round what failed; `deps` may name results that are there.',
};

const boundsText = ({ purpose, maxNodes, mayDelegate }: Planning): string => {
  const again = mayDelegate
    ? ' A task that is too large for one agent may have `"kind": "delegate"` and no agent: a planner divides it once more.'
    : '';
  return `## Bounds\n${purposes[purpose]} At most ${maxNodes} ${maxNodes === 1 ? 'task' : 'tasks'}.${again}`;
};

/** Everybody's name stays; long descriptions are cut to the same length. */
const teamPart = ({ team }: Planning, room: number): Part => {
  const names = team.map(({ name }) => `- ${name}: `);
  const lines = team.map(({ description }) => onOneLine(description, MAX_DESCRIPTION));
  const head = estimateTokens(TEAM) + names.reduce((sum, name) => sum + estimateTokens(name) + 2, 0);
  const wishes = lines.map((line) => estimateTokens(line));
  const shares = fairShares(wishes, Math.max(0, room - head));
  const kept = lines.map((line, index) =>
    shares[index] === wishes[index] ? line : cutToTokens(line, shares[index] as number).text,
  );
  const text = names.map((name, index) => `${name}${kept[index]}`.trimEnd()).join('\n');
  const isCut = kept.some((line, index) => line !== lines[index]);
  return { ...wholePart('team', `${TEAM}\n${text}`), truncated: isCut };
};

const remarksPart = ({ remarks }: Planning, room: number): readonly Part[] => {
  if (remarks === null) return [];
  const heading = remarks.from === 'person' ? 'From people' : 'Remarks';
  const part = fitted(wholePart('remarks', `## ${heading}\n${quoted(remarks.text)}`), room);
  return part ? [part] : [];
};

/** What a planner needs beside the goal: who can work, how much may be planned, what was wrong before. */
export const planningParts = (planning: Planning, room: number): readonly Part[] => {
  const bounds = wholePart('bounds', boundsText(planning));
  const remarks = remarksPart(planning, Math.floor(room / 3));
  const left = remarks.reduce((sum, { tokens }) => sum - tokens, room - bounds.tokens);
  return [teamPart(planning, left), bounds, ...remarks];
};
