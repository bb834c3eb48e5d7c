import type { RunEvent, RunEventOf } from '../../contract/index.ts';
import { beginSpan, endSpan, markSpan, type SpanFold } from './span-fold.ts';
import { spanIdOf } from './span-ids.ts';

/** Nodes of a task graph: from the start of the first attempt to the end. One that never ran has a span of no length. */
export const foldNodeSpans = (fold: SpanFold, event: RunEvent): void => {
  switch (event.type) {
    case 'nodes-added':
      for (const { id } of event.data.nodes) fold.addedBy.set(id, event.data.parent);
      return markSpan(fold, `node:${event.data.parent}`, event, {
        'agentnet.nodes': event.data.nodes.length,
      });
    case 'node-started': {
      const { node, kind, attempt, agent } = event.data;
      beginNode(fold, event.at, event.data);
      if (attempt === 1) return;
      return markSpan(fold, `node:${node}`, event, {
        'agentnet.node.attempt': attempt,
        'agentnet.node.kind': kind,
        'gen_ai.agent.name': agent,
      });
    }
    case 'node-retried': {
      const { node, attempt, agent, wait_ms, error } = event.data;
      return markSpan(fold, `node:${node}`, event, {
        'agentnet.node.attempt': attempt,
        'gen_ai.agent.name': agent,
        'agentnet.wait_ms': wait_ms,
        'error.type': error.code,
      });
    }
    case 'node-ended':
      return nodeEnded(fold, event);
    case 'node-due':
    case 'node-deadline-passed':
    case 'node-skipped':
    case 'approval-requested':
      return markSpan(fold, `node:${event.data.node}`, event);
    case 'approval-answered':
    case 'plan-answered':
      return markSpan(fold, `node:${event.data.node}`, event, {
        'agentnet.approved': event.data.approved,
        'agentnet.by': event.data.by,
      });
    case 'plan-proposed':
      return markSpan(fold, `node:${event.data.node}`, event, {
        'agentnet.plan.revision': event.data.revision,
        'agentnet.plan.why': event.data.why,
        'agentnet.plan.auto': event.data.auto,
      });
    case 'child-started': {
      const { node, session_id: sessionId } = event.data;
      fold.inside.push({ sessionId, parentId: spanIdOf(fold.sessionId, `node:${node}`) });
      return markSpan(fold, `node:${node}`, event, { 'gen_ai.conversation.id': sessionId });
    }
    case 'child-ended':
      return markSpan(fold, `node:${event.data.node}`, event, {
        'gen_ai.conversation.id': event.data.session_id,
        'agentnet.session.outcome': event.data.outcome,
      });
    default:
      return;
  }
};

const beginNode = (
  fold: SpanFold,
  at: number,
  { node, kind }: Pick<RunEventOf<'node-started'>['data'], 'node' | 'kind'>,
): void => {
  const around = fold.addedBy.get(node);
  beginSpan(fold, `node:${node}`, at, {
    within: around === undefined ? 'session' : `node:${around}`,
    name: `node ${node}`,
    attributes: { 'agentnet.node.id': node, 'agentnet.node.kind': kind },
  });
};

const nodeEnded = (fold: SpanFold, { at, data }: RunEventOf<'node-ended'>): void => {
  const { node, status, source, attempts, branch, reason, error } = data;
  beginNode(fold, at, data);
  endSpan(fold, `node:${node}`, at, {
    attributes: {
      'agentnet.node.status': status,
      'agentnet.node.source': source,
      'agentnet.node.attempts': attempts,
      'agentnet.node.branch': branch,
      'agentnet.node.reason': reason,
    },
    error: error && { type: error.code, message: error.message },
  });
};
