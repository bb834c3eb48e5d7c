import { describe, expect, it } from 'vitest';
import { apiCatalog, type Procedure } from '../../../../../core/contract/index.ts';
import { openApiDocument } from '../../../../../core/transport/openapi/document.ts';

const document = await openApiDocument('1.2.3');
type Operation = NonNullable<NonNullable<(typeof document)['paths']>[string]>['get'];
const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    path,
    method,
    operation: operation as NonNullable<Operation>,
  })),
);

/** Every `$ref` below a value. */
const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === '$ref' && typeof below === 'string' ? [below] : references(below),
  );
};

describe('the OpenAPI document', () => {
  it('has the version and guards everything with the token', () => {
    expect(document.openapi).toBe('3.1.1');
    expect(document.info.version).toBe('1.2.3');
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components?.securitySchemes).toHaveProperty('bearer.scheme', 'bearer');
  });

  it('holds every procedure of the catalog, once, at its path', () => {
    const wanted = Object.entries<Procedure>(apiCatalog).map(
      ([name, procedure]) =>
        `${name} ${procedure.kind === 'unary' ? procedure.method.toLowerCase() : 'get'} ${procedure.path}`,
    );
    const found = operations.map(
      ({ operation, method, path }) => `${operation.operationId} ${method} ${path}`,
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('describes each path parameter, and no path parameter twice', () => {
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).flatMap((parameter) =>
        'in' in parameter && parameter.in === 'path' ? [parameter] : [],
      );
      expect(inPath.map(({ name }) => `{${name}}`).sort()).toEqual((path.match(/\{[^}]+\}/g) ?? []).sort());
      expect(inPath.every(({ required }) => required === true)).toBe(true);
    }
  });

  it('gives every operation a summary, an answer and the problem document', () => {
    for (const { operation } of operations) {
      expect(operation.summary).toBeTruthy();
      expect(operation.responses).toHaveProperty(['200', 'description']);
      expect(operation.responses).toHaveProperty([
        'default',
        'content',
        'application/problem+json',
        'schema',
        '$ref',
      ]);
      expect(operation.requestBody !== undefined && operation.operationId?.endsWith('.list')).toBe(false);
    }
  });

  it('refers only to schemas that it has', () => {
    const schemas = document.components?.schemas ?? {};
    const all = references(document);
    expect(all.length).toBeGreaterThan(20);
    for (const reference of all) {
      expect(schemas).toHaveProperty([reference.replace('#/components/schemas/', '')]);
    }
  });

  it('shows what a session specification may hold', () => {
    const create = operations.find(({ operation }) => operation.operationId === 'sessions.create')?.operation;
    expect(create?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/SessionSpecification' } } },
    });
    // A task graph may do without topic and agents.
    expect(document.components?.schemas?.['SessionSpecification']).toMatchObject({
      anyOf: [
        {
          properties: { mode: { enum: ['single', 'debate', 'brainstorm', 'consensus', 'delegation'] } },
          required: ['mode', 'topic', 'agents'],
        },
        { properties: { mode: { enum: ['workflow'] } }, required: ['mode'] },
      ],
    });
  });

  it('covers task graphs', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    for (const name of [
      'graphs.save',
      'graphs.templates',
      'tasks.execute',
      'tasks.plan',
      'sessions.approve',
    ]) {
      expect(ids).toContain(name);
    }
  });
});
