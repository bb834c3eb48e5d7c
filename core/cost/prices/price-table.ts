import * as z from 'zod';
import { AgentNetError, modelPrice } from '../../contract/index.ts';

const priceTable = z.object({
  /** Name and date, as cost events name it: `litellm@2026-08-06`. */
  table: z.string().min(1),
  source: z.string().optional(),
  licence: z.string().optional(),
  date: z.string().optional(),
  unit: z.string().optional(),
  /** By kind of provider, then by the provider's own name of the model. */
  providers: z.record(z.string(), z.record(z.string(), modelPrice.omit({ table: true }))),
});
export type PriceTable = z.infer<typeof priceTable>;

/** Reads a dated price table. Throws `input/invalid` with the first thing that is wrong. */
export const parsePriceTable = (text: string, file: string): PriceTable => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notATable(file, cause instanceof Error ? cause.message : 'it is not JSON');
  }
  const read = priceTable.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw notATable(
    file,
    `${issue?.path.join('.') || 'the whole'}: ${(issue?.message ?? 'it is wrong').replace(/^Invalid input: /, '')}`,
  );
};

const notATable = (file: string, why: string): AgentNetError =>
  new AgentNetError('input/invalid', `It is no price table: ${why}.`, {
    where: { file },
    kept: 'Nothing was priced with it.',
    remedy: 'Give a file of the form of resources/prices, with rates in micro-USD per million tokens.',
  });
