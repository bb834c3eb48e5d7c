import { entryKey, type TurnEntry } from '../../../state/index.ts';

interface TurnTitle {
  readonly key: string;
  /** The model that answers, as far as it is known yet. */
  readonly model: string | null;
  readonly stub: boolean;
}

export const turnTitle = (entry: TurnEntry): TurnTitle => {
  const key = entryKey(entry);
  if (entry.kind === 'finished') return { key, model: fullModel(entry.header), stub: entry.header.stub };
  const model = entry.kind === 'running' ? (entry.running.call?.model ?? null) : null;
  return { key, model, stub: model?.startsWith('stub/') ?? false };
};

/** `provider/model`, whether or not the model's own name says its provider. */
export const fullModel = ({
  provider,
  model,
}: {
  readonly provider: string;
  readonly model: string;
}): string => (model.startsWith(`${provider}/`) ? model : `${provider}/${model}`);
