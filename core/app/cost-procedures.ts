import type {
  CoreApi,
  CostDimension,
  CostGroup,
  EventData,
  RunEventOf,
  SessionId,
} from '../contract/index.ts';
import { forecast } from '../cost/index.ts';
import { checkSpecification, inputError } from '../scenario/index.ts';
import type { CoreContext } from './core-context.ts';
import { specificationNames } from './specification-names.ts';

type CostProcedures = Pick<CoreApi, Extract<keyof CoreApi, `cost.${string}`>>;

export const costProcedures = (context: CoreContext): CostProcedures => ({
  'cost.summary': async (input) => {
    const by = input.by ?? 'model';
    const from = input.from === undefined ? null : Number(input.from);
    const to = input.to === undefined ? null : Number(input.to);
    const groups = await groupsOf(context, by, from, to);
    const sum = (pick: (group: CostGroup) => number) =>
      groups.reduce((total, group) => total + pick(group), 0);
    return {
      by,
      from,
      to,
      total_usd: sum(({ usd }) => Math.round(usd * 1e6)) / 1e6,
      reserved_usd: 0,
      calls: sum(({ calls }) => calls),
      unknown_calls: sum(({ unknown_calls: unknown }) => unknown),
      groups,
      budgets: [],
    };
  },
  'cost.forecast': async (input) => {
    const read = checkSpecification(input, await specificationNames(context));
    if (!read.ok) throw inputError(read.problems, 'Correct it and ask again.');
    return forecast(await context.planSession(read.value));
  },
});

const groupsOf = async (
  { store }: CoreContext,
  by: CostDimension,
  from: number | null,
  to: number | null,
): Promise<CostGroup[]> => {
  const groups = new Map<string, CostGroup>();
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await store.sessions({ limit: 500, ...(cursor !== undefined && { cursor }) });
    cursor = page.nextCursor;
    for (const session of page.items) {
      for await (const batch of store.read(session.id as SessionId, {
        without: ['call-started', 'turn-ended'],
      })) {
        for (const event of batch) {
          if (event.type !== 'cost-recorded') continue;
          if ((from !== null && event.at < from) || (to !== null && event.at >= to)) continue;
          const key = keyOf(by, event, session.project);
          addCost(groups, key, by === 'session' ? session.name : key, event.data);
        }
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.usd - a.usd || a.key.localeCompare(b.key));
};

const keyOf = (by: CostDimension, event: RunEventOf<'cost-recorded'>, project: string): string => {
  switch (by) {
    case 'provider':
    case 'model':
    case 'agent':
      return event.data[by];
    case 'session':
      return event.session_id;
    case 'project':
      return project;
    case 'day':
      return localTime(event.at).slice(0, 10);
    case 'hour':
      return localTime(event.at).slice(0, 13);
  }
};

const localTime = (at: number): string => {
  const minutes = new Date(at).getTimezoneOffset();
  return new Date(at - minutes * 60_000).toISOString();
};

const addCost = (
  groups: Map<string, CostGroup>,
  key: string,
  label: string,
  cost: EventData<'cost-recorded'>,
) => {
  const group = groups.get(key) ?? emptyGroup(key, label);
  groups.set(key, group);
  group.usd = (Math.round(group.usd * 1e6) + (cost.micro_usd ?? 0)) / 1e6;
  group.calls += 1;
  if (cost.micro_usd === null) group.unknown_calls += 1;
  if (cost.estimated) group.estimated_calls += 1;
  group.tokens.input += cost.input_tokens ?? 0;
  group.tokens.output += cost.output_tokens ?? 0;
};

const emptyGroup = (key: string, label: string): CostGroup => ({
  key,
  label,
  usd: 0,
  calls: 0,
  unknown_calls: 0,
  estimated_calls: 0,
  cached_calls: 0,
  tokens: { input: 0, output: 0, cached_read: 0, cached_write: 0, reasoning: 0 },
});
