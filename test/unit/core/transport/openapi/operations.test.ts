import { describe, expect, it } from 'vitest';
import {
  describeEvents,
  describeStream,
  withProblems,
} from '../../../../../core/transport/openapi/operations.ts';

const json = { description: 'OK', content: { 'application/json': { schema: { type: 'object' as const } } } };

describe('operations', () => {
  it('get the problem document beside their answers', () => {
    expect(Object.keys(withProblems({ responses: { 200: json } }).responses ?? {})).toEqual([
      '200',
      'default',
    ]);
  });

  it('of events answer with JSON or with a stream', () => {
    const operation = describeEvents({ parameters: [], responses: { 200: json } });
    const success = operation.responses?.['200'];
    expect(Object.keys((success as typeof json).content)).toEqual(['application/json', 'text/event-stream']);
    expect(operation.parameters).toMatchObject([{ name: 'Last-Event-ID', in: 'header' }]);
    expect(operation.responses).toHaveProperty('204');
  });

  it('of streams are described by the data of a message', () => {
    const data = { type: 'object' as const, properties: { kind: { const: 'changed' } } };
    const framed = { oneOf: [{ properties: { event: { const: 'message' }, data } }, { properties: {} }] };
    const operation = describeStream({
      responses: { 200: { description: 'OK', content: { 'text/event-stream': { schema: framed } } } },
    });
    expect(operation.responses).toHaveProperty(
      ['200', 'content', 'text/event-stream', 'schema', 'properties', 'data'],
      data,
    );
  });
});
