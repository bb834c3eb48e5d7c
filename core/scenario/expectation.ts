import type { JsonSchema } from './json-schema.ts';

/** What a value must be, in a user's words, to stand after "must be": "a whole number of at least 1". */
export const expectation = (schema: JsonSchema): string => {
  const forms =
    schema.anyOf ??
    schema.oneOf ??
    (typeof schema.type === 'object' ? schema.type.map((type) => ({ type })) : undefined);
  if (forms)
    return oneOf(
      forms.flatMap((form) => (form.type === 'boolean' ? ['true', 'false'] : [expectation(form)])),
    );
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  switch (schema.type) {
    case 'string':
      return `text${range(schema.minLength, schema.maxLength, 'character')}`;
    case 'integer':
      return `a whole number${bounds(wholeBounds(schema))}`;
    case 'number':
      return `a number${bounds(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'empty';
    case 'array':
      return `a list${range(schema.minItems, schema.maxItems, 'item')}`;
    case 'object':
      return 'a mapping of keys';
    default:
      return 'another value';
  }
};

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const wholeBounds = (schema: JsonSchema): JsonSchema => {
  const above = schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1;
  const below = schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - 1;
  const minimum = schema.minimum ?? above;
  const maximum = schema.maximum ?? below;
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
};

/** The largest whole number is no bound that a user would meet. */
const bounds = (schema: JsonSchema): string => {
  const { minimum, exclusiveMinimum, exclusiveMaximum } = schema;
  const most = schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum;
  const least = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (exclusiveMinimum !== undefined && most !== undefined) {
    return ` greater than ${exclusiveMinimum} and at most ${most}`;
  }
  if (least !== undefined) return ` of at least ${least}`;
  if (exclusiveMinimum !== undefined) return ` greater than ${exclusiveMinimum}`;
  if (most !== undefined) return ` of at most ${most}`;
  return exclusiveMaximum === undefined ? '' : ` less than ${exclusiveMaximum}`;
};

const range = (least: number | undefined, most: number | undefined, unit: string): string => {
  if (most !== undefined && least !== undefined && least > 0) return ` of ${least} to ${most} ${unit}s`;
  if (most !== undefined) return ` of at most ${most} ${unit}s`;
  if (least !== undefined && least > 0) return ` of at least ${least} ${unit}${least === 1 ? '' : 's'}`;
  return '';
};
