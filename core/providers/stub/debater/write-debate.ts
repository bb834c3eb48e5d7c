import type { StubPrompt } from '../read-prompt.ts';
import { answerAlone, argue } from './argue.ts';
import { clusterOf, ideasOf } from './brainstorm.ts';
import { close } from './close.ts';
import { doTask } from './do-task.ts';
import { matterOf } from './matter.ts';
import { judge, moderate } from './preside.ts';
import { reviewWork } from './review.ts';
import { spoken } from './speech.ts';
import { synthesise } from './synthesise.ts';
import { castVote } from './vote.ts';

/** The debater's answer to any kind of turn, made of nothing but the seed and what the prompt says. */
export const writeDebate = (prompt: StubPrompt, seed: number): string => {
  const matter = matterOf(prompt, seed);
  const { wantsJson } = prompt;
  switch (prompt.task) {
    case 'position':
    case 'rebuttal':
    case 'discussion':
      return spoken(argue(matter, 'Position'), wantsJson);
    case 'proposal':
      return spoken(argue(matter, 'Proposal'), wantsJson);
    case 'closing':
      return spoken(close(matter), wantsJson);
    case 'vote':
    case 'selection':
      return spoken(castVote(matter), wantsJson);
    case 'moderation':
      return spoken(moderate(matter), wantsJson);
    case 'judgement':
      return spoken(judge(matter), wantsJson);
    case 'idea':
      return ideasOf(matter);
    case 'cluster':
      return clusterOf(matter);
    case 'synthesis':
      return synthesise(matter);
    case 'task':
      return doTask(matter);
    case 'review':
      return spoken(reviewWork(matter), wantsJson);
    default:
      return spoken(answerAlone(matter), wantsJson);
  }
};
