import type { EventData } from '../../../contract/index.ts';
import type { FoldedEvent, Moment } from '../protocol.ts';
import { haltReason } from './attempt-failed.ts';
import { decideDone, decideWithout } from './decide.ts';
import { takePlanAnswer, takeProposal } from './delegate/carry-out-plan.ts';
import { addBody } from './expand.ts';
import { endNode, nodeIsDue, retryNode, startNode } from './fold-node.ts';
import { endChild, endTurn, failTurn, startChild, startTurn } from './fold-turn.ts';
import { cancelNode, haltGraph } from './halting.ts';
import type { WorkflowState } from './workflow-state.ts';

/** Takes one event into the state. Each costs as much as it changes, however large the graph is. */
export const foldWorkflow = (state: WorkflowState, event: FoldedEvent, moment: Moment): void => {
  state.moment = moment;
  recorded(state, event);
  foldOne(state, event);
};

/** What was due is on record. */
const recorded = (state: WorkflowState, event: FoldedEvent): void => {
  const due = state.records.peek();
  if (due?.draft.type !== event.type) return;
  const node = 'node' in event.data ? event.data.node : 'parent' in event.data ? event.data.parent : null;
  if (node === due.run.id) state.records.shift();
};

const foldOne = (state: WorkflowState, event: FoldedEvent): void => {
  switch (event.type) {
    case 'node-started':
      return startNode(state, event.data);
    case 'node-ended':
      return endNode(state, event.data);
    case 'node-retried':
      return retryNode(state, event.data);
    case 'node-due':
      return nodeIsDue(state, event.data);
    case 'node-skipped':
    case 'node-deadline-passed': {
      const run = state.runs.get(event.data.node);
      if (run) cancelNode(state, run, event.type === 'node-skipped' ? 'skipped' : 'timeout');
      return;
    }
    case 'nodes-added': {
      const run = state.runs.get(event.data.parent);
      if (run) addBody(state, run);
      return;
    }
    case 'approval-requested':
      return awaitPerson(state, event.data);
    case 'approval-answered':
      return takeAnswer(state, event.data);
    case 'plan-proposed':
      return takeProposal(state, event.data);
    case 'plan-answered':
      return takePlanAnswer(state, event.data);
    case 'turn-started':
      return startTurn(state, event.data);
    case 'turn-ended':
      state.spending.turnOver(event.data.task_id);
      return endTurn(state, event.data);
    case 'turn-failed':
      state.spending.turnOver(event.data.task_id);
      return failTurn(state, event.data);
    case 'call-started': {
      const run = state.byTask.get(event.data.task_id);
      if (run) state.spending.callStarted(run, event.data);
      return;
    }
    case 'cost-recorded': {
      const run = state.byTask.get(event.data.task_id);
      if (run) state.spending.costRecorded(run, event.data);
      return;
    }
    case 'child-started': {
      const run = state.runs.get(event.data.node);
      if (run) state.spending.childStarted(run, event.data);
      return startChild(state, event.data);
    }
    case 'child-ended': {
      const run = state.runs.get(event.data.node);
      if (run) state.spending.childEnded(run, event.data);
      return endChild(state, event.data);
    }
    case 'session-paused': {
      const run = state.runs.get(event.data.node ?? '');
      if (run) run.brokeBefore = true;
      return;
    }
    case 'stop-requested':
      return haltGraph(state, { kind: 'stop', by: event.data.by });
    case 'deadline-passed':
      state.deadline = event.data;
      return;
    case 'limit-reached':
      state.deadline = null;
      if (event.data.limit !== 'rounds') haltGraph(state, { kind: 'limit', data: event.data });
      return;
    case 'session-ended':
      state.ended = true;
      return;
    default:
      return;
  }
};

const awaitPerson = (state: WorkflowState, data: EventData<'approval-requested'>): void => {
  const run = state.runs.get(data.node);
  if (run?.phase !== 'running') return;
  run.phase = 'awaiting';
  run.asks = data.text;
  state.awaiting.add(run);
  if (state.halt) decideWithout(state, run, 'stopped', haltReason(state));
};

const takeAnswer = (state: WorkflowState, data: EventData<'approval-answered'>): void => {
  const run = state.runs.get(data.node);
  if (run?.phase !== 'awaiting') return;
  const output = data.output ?? run.asks ?? '';
  decideDone(state, run, { output, branch: data.approved ? 'approved' : 'rejected' });
};
