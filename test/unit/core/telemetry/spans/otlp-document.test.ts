import { expect, it } from 'vitest';
import { apiCatalog } from '../../../../../core/contract/index.ts';
import { endedSpans } from '../../../../../core/telemetry/spans/ended-spans.ts';
import { otlpDocument } from '../../../../../core/telemetry/spans/otlp-document.ts';
import { began, foldLog, nodeOver, over } from './log-of.ts';

const error = { code: 'node/failed', message: 'It failed.' };
const document = otlpDocument(
  endedSpans([
    foldLog([
      [1_736_981_000_123, 'session-created', began[2]],
      [1_736_981_000_200, 'node-started', { node: 'a', kind: 'task', attempt: 1, agent: null }],
      [1_736_981_000_300, 'node-retried', { node: 'a', attempt: 1, agent: null, wait_ms: 5, error }],
      [1_736_981_000_400, 'node-ended', nodeOver('a', { status: 'failed', error })],
      over(1_736_981_000_500),
    ]),
  ]),
  { traceId: 'f'.repeat(32), engine: 'agentnet/1.2.3' },
);
const [first] = document.resourceSpans;
const [session, node] = first?.scopeSpans[0]?.spans ?? [];

it('writes what the contract promises: one resource with its version', () => {
  expect(apiCatalog['sessions.spans'].output.parse(document)).toEqual(document);
  expect(document.resourceSpans).toHaveLength(1);
  expect(first?.resource.attributes).toEqual([
    { key: 'service.name', value: { stringValue: 'agentnet' } },
    { key: 'service.version', value: { stringValue: '1.2.3' } },
  ]);
});

it('writes times in nanoseconds to the last digit, and parents by id', () => {
  expect(session).toMatchObject({
    traceId: 'f'.repeat(32),
    startTimeUnixNano: '1736981000123000000',
    endTimeUnixNano: '1736981000500000000',
    kind: 1,
    status: { code: 0 },
  });
  expect(session).not.toHaveProperty('parentSpanId');
  expect(node?.parentSpanId).toBe(session?.spanId);
});

it('writes errors, events and values in their types', () => {
  expect(node?.status).toEqual({ code: 2, message: 'It failed.' });
  expect(node?.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'node/failed' } });
  expect(node?.attributes).toContainEqual({ key: 'agentnet.node.attempts', value: { intValue: '1' } });
  expect(node?.attributes.map(({ key }) => key)).not.toContain('agentnet.node.branch');
  expect(session?.attributes).toContainEqual({ key: 'agentnet.session.stub', value: { boolValue: true } });
  expect(node?.events).toEqual([
    {
      timeUnixNano: '1736981000300000000',
      name: 'node-retried',
      attributes: [
        { key: 'agentnet.node.attempt', value: { intValue: '1' } },
        { key: 'agentnet.wait_ms', value: { intValue: '5' } },
        { key: 'error.type', value: { stringValue: 'node/failed' } },
      ],
    },
  ]);
});

it('keeps fractions, doubles that are whole, and lists', () => {
  const [span] = endedSpans([foldLog([began, over(2_000)])]);
  if (!span) throw new Error('no span');
  const attributes = { a: 0.5, b: { double: 1 }, c: ['stop'], d: null };
  const written = otlpDocument([{ ...span, attributes }], { traceId: '', engine: '' });
  expect(written.resourceSpans[0]?.scopeSpans[0]?.spans[0]?.attributes).toEqual([
    { key: 'a', value: { doubleValue: 0.5 } },
    { key: 'b', value: { doubleValue: 1 } },
    { key: 'c', value: { arrayValue: { values: [{ stringValue: 'stop' }] } } },
  ]);
});
