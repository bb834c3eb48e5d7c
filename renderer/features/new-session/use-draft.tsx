import { useCallback, useEffect, useState } from 'react';
import type { CoreApi, InputProblem } from '../../../core/contract/index.ts';
import {
  askAtRest,
  type Resource,
  type SpecificationStart,
  useCore,
  useResource,
} from '../../state/index.ts';
import { asString, recall, remember } from '../../ui/index.ts';
import { BLANK_SPECIFICATION, textOfSpecification } from './specification-text.ts';

const DRAFT_KEY = 'draft.specification';

interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly start: Resource<string>;
}

/** The text being written; it outlives the window. A sample or an earlier session takes its place when asked for. */
export const useDraft = (start: SpecificationStart): Draft => {
  const core = useCore();
  const [text, setText] = useState(() => recall(DRAFT_KEY, asString) ?? BLANK_SPECIFICATION);
  const { kind } = start;
  const from = start.kind === 'sample' ? start.file : start.kind === 'session' ? start.id : '';
  const load = useCallback((signal: AbortSignal) => loadStart(core, kind, from, signal), [core, kind, from]);
  const [resource] = useResource(load);
  const loaded = resource.kind === 'ready' && resource.value !== '' ? resource.value : undefined;
  useEffect(() => {
    if (loaded !== undefined) setText(loaded);
  }, [loaded]);
  const write = useCallback((next: string) => {
    setText(next);
    remember(DRAFT_KEY, next === BLANK_SPECIFICATION ? undefined : next);
  }, []);
  return { text, setText: write, start: resource };
};

const loadStart = async (
  core: CoreApi,
  kind: SpecificationStart['kind'],
  from: string,
  signal: AbortSignal,
): Promise<string> => {
  if (kind === 'draft') return '';
  if (kind === 'session') {
    const { specification } = await core['sessions.snapshot']({ id: from }, { signal });
    return textOfSpecification(specification);
  }
  const { items } = await core['specifications.samples']({}, { signal });
  const sample = items.find(({ file }) => file === from);
  if (sample === undefined) throw new Error(`There is no sample ${from}. Choose another one above.`);
  return sample.text;
};

interface Checked {
  /** The text this is about; another one means that the answer is on its way. */
  readonly text: string | null;
  readonly ok: boolean;
  readonly problems: readonly InputProblem[];
  readonly error: unknown;
}

const unchecked: Checked = { text: null, ok: false, problems: [], error: null };

/** What the core says of the text, once the typing rests. */
export const useCheck = (text: string): Checked => {
  const core = useCore();
  const [checked, setChecked] = useState(unchecked);
  useEffect(
    () =>
      askAtRest({
        ask: (signal) => core['specifications.check']({ text }, { signal }),
        answered: ({ ok, problems }) => setChecked({ text, ok, problems, error: null }),
        failed: (error) => setChecked({ text, ok: false, problems: [], error }),
      }),
    [core, text],
  );
  return checked;
};
