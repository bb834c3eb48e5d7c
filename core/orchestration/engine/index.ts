export {
  extendInputs,
  interjectInputs,
  pauseInputs,
  resumeInputs,
  skipInputs,
  stepInputs,
  stopInputs,
} from './commands.ts';
export { folderRulesOf, linksOf } from './downgrade-rules.ts';
export { type ForkedChild, runningChildren } from './fork-children.ts';
export { forkedDrafts, forkPoint } from './fork-point.ts';
export { createFork, createRun, resumeMark, stateOf } from './open-run.ts';
export type { CallNoteDraft, CallSurroundings, RunPorts } from './ports.ts';
export { replaySession } from './replay.ts';
export { SessionRun } from './session-run.ts';
export type { SessionState } from './session-state.ts';
