import * as z from 'zod';
import type { InputPath } from './input-path.ts';

/** The parts of a JSON Schema that messages are made of. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const made = new WeakMap<z.ZodType, JsonSchema>();

/** What a user may write, as JSON Schema; made on the first problem only. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const known = made.get(schema);
  if (known) return known;
  const fresh = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  made.set(schema, fresh);
  return fresh;
};

/** The schema for the value at a path; an empty one, which allows everything, where the path is unknown. */
export const schemaAt = (root: JsonSchema, path: InputPath): JsonSchema =>
  path.reduce<JsonSchema>((schema, step) => stepInto(schema, step), root);

const stepInto = (schema: JsonSchema, step: string | number): JsonSchema => {
  const container = containerOf(schema);
  if (typeof step === 'number') return container.items ?? {};
  if (container.properties && Object.hasOwn(container.properties, step)) {
    return container.properties[step] ?? {};
  }
  return typeof container.additionalProperties === 'object' ? container.additionalProperties : {};
};

/** Of several forms the one that has parts: a list or a mapping. */
const containerOf = (schema: JsonSchema): JsonSchema =>
  [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find((form) => form.properties || form.items) ?? schema;

/** Names that a mapping may have; empty where any name will do. */
export const namesIn = (schema: JsonSchema): readonly string[] =>
  Object.keys(containerOf(schema).properties ?? {});
