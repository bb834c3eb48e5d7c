import { AgentNetError, type ModelFacts } from '../contract/index.ts';
import { worstCase } from './worst-case.ts';

/**
 * Refuses a run under a money cap when the price of a model that it may call is unknown: nobody could say
 * when the cap is reached. Models on this machine never stand against a cap.
 *
 * @param cap how the user wrote it, like `budget.usd`
 * @param models what is known of every model in the chains, by full name
 * @throws `input/unknown-price`
 */
export const checkMoneyCap = (cap: string, models: Readonly<Record<string, ModelFacts>>): void => {
  const unknown = Object.keys(models)
    .filter((model) => worstCase(0, 0, models[model]) === null)
    .sort();
  if (unknown.length === 0) return;
  const subject = unknown.length === 1 ? 'a model whose price is' : 'models whose prices are';
  throw new AgentNetError(
    'input/unknown-price',
    `${cap} caps the money, and the run may call ${subject} unknown: ${unknown.join(', ')}.`,
    {
      where: { path: cap },
      kept: 'Nothing was started, and nothing was spent.',
      remedy:
        'Cap budget.tokens instead, take the money cap away, say under `prices:` in config.yaml what it costs, or use a model on this machine.',
      data: { models: unknown },
    },
  );
};
