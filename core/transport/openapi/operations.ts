import type { OpenAPI } from '@orpc/openapi';

type Operation = OpenAPI.OperationObject;

const EVENT_STREAM = 'text/event-stream';

/** Every operation can answer with a problem document. */
export const withProblems = (operation: Operation): Operation => ({
  ...operation,
  responses: {
    ...operation.responses,
    default: {
      description: 'What was wrong, where, what was kept and what to do.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
    },
  },
});

const lastEventId: OpenAPI.ParameterObject = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The last `id` that was received; the stream goes on after it.',
  schema: { type: 'string', pattern: '^[0-9]+$' },
};

/** The stream beside the JSON answer of `GET /sessions/{id}/events`. */
export const describeEvents = (operation: Operation): Operation => {
  const success = operation.responses?.['200'] as OpenAPI.ResponseObject;
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), lastEventId],
    responses: {
      ...operation.responses,
      '200': {
        ...success,
        description:
          'With Accept: text/event-stream every stored event, then each new one, to session-ended.',
        content: {
          ...success.content,
          [EVENT_STREAM]: { schema: message({ $ref: '#/components/schemas/Event' }) },
        },
      },
      '204': { description: 'The session has ended and Last-Event-ID was its last event.' },
    },
  };
};

interface FramedSchema {
  readonly oneOf: readonly { readonly properties: { readonly data: OpenAPI.SchemaObject } }[];
}

/** The generator describes its own library's framing; ours is one `data` line a message. */
export const describeStream = (operation: Operation): Operation => {
  const success = operation.responses?.['200'] as OpenAPI.ResponseObject;
  const framed = success.content?.[EVENT_STREAM]?.schema as FramedSchema | undefined;
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), lastEventId],
    responses: {
      '200': {
        description: 'Server-sent events; an error after the start is an event of the type `problem`.',
        content: { [EVENT_STREAM]: { schema: message(framed?.oneOf[0]?.properties.data ?? {}) } },
      },
    },
  };
};

const message = (data: OpenAPI.SchemaObject | OpenAPI.ReferenceObject): OpenAPI.SchemaObject => ({
  type: 'object',
  properties: { id: { type: 'string' }, data },
  required: ['data'],
});
