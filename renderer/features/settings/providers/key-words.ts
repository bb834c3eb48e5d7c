import type { ConnectionTest, KeyStoreState, KeyView } from '../../../../core/contract/index.ts';

/** Shape, word and explanation of where a key comes from. */
interface KeyWords {
  readonly mark: 'done' | 'waiting' | 'blocked';
  readonly word: string;
  /** Null where there is nothing more to say. */
  readonly detail: string | null;
}

export const keyWords = (view: KeyView, store: KeyStoreState['kind']): KeyWords =>
  view.refused === null
    ? sourceWords(view, store)
    : {
        mark: 'blocked',
        word: 'refused',
        detail: `${view.provider} refused this key, so it is not used any more. ${view.storable ? 'Rotate it' : `Change ${view.name ?? 'it'}`}, or test the connection once it is right.`,
      };

const sourceWords = (
  { source, name, key_optional: optional, stored, storable }: KeyView,
  store: KeyStoreState['kind'],
): KeyWords => {
  switch (source) {
    case 'environment':
      return {
        mark: 'done',
        word: 'environment',
        detail: stored ? `From ${name}, which wins over the stored key` : `From ${name}`,
      };
    case 'keychain':
      return { mark: 'done', word: 'keychain', detail: `Stored as ${name}` };
    case 'vault':
      return { mark: 'done', word: 'vault', detail: `Stored as ${name}` };
    case 'none':
      if (optional) return { mark: 'done', word: 'no key needed', detail: null };
      if (storable && store === 'locked')
        return { mark: 'blocked', word: 'locked', detail: 'The vault may hold its key' };
      return {
        mark: 'waiting',
        word: 'no key',
        detail: storable ? null : 'config.yaml names a variable that is not set',
      };
  }
};

/** A key as it is shown: never more than its last four characters. */
export const dots = ({ source, last_four: lastFour }: KeyView): string | null =>
  source === 'none' ? null : `••••••••${lastFour === null ? '' : ` ${lastFour}`}`;

/** The result of a test, as a sentence. */
export const testWords = (
  { ok, latency_ms: latency, models, problem }: ConnectionTest,
  time: string,
): string => {
  if (!ok) return problem ?? 'It does not work.';
  const found =
    models.length === 0
      ? 'it lists no models'
      : `${models.length} ${models.length === 1 ? 'model' : 'models'}`;
  return latency === null ? `Works; ${found}.` : `Works: answered in ${time}, ${found}.`;
};
