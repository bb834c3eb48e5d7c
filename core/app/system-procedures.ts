import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentNetError, type CoreApi } from '../contract/index.ts';
import { checkAgent, inputError, readSpecification } from '../scenario/index.ts';
import type { CoreContext } from './core-context.ts';
import { databaseCheck, runDoctor } from './doctor.ts';
import { inferOnce } from './infer.ts';
import { listModels } from './models.ts';
import { specificationNames } from './specification-names.ts';

type OtherProcedures = Pick<
  CoreApi,
  Extract<
    keyof CoreApi,
    `specifications.${string}` | `agents.${string}` | `models.${string}` | `s${string}.${string}`
  >
>;
type SystemProcedures = Omit<OtherProcedures, Extract<keyof CoreApi, `sessions.${string}`>>;

const never = new AbortController().signal;

export const systemProcedures = (context: CoreContext): SystemProcedures => ({
  'specifications.check': async ({ text, file = 'specification.yaml' }) => {
    const read = readSpecification(text, { file, ...(await specificationNames(context)) });
    if (read.ok) return { ok: true, problems: [...read.warnings], value: read.value };
    return { ok: false, problems: [...read.problems], ...('value' in read && { value: read.value }) };
  },
  'specifications.samples': async () => ({ items: readSamples(join(context.packageRoot, 'scenarios')) }),
  'agents.list': async () => ({ items: [...(await context.agents.list())] }),
  'agents.get': async ({ name }) => {
    const agent = await context.agents.find(name);
    if (!agent) throw await unknownAgent(context, name);
    return { agent, versions: [...(await context.agents.versions(agent.name))] };
  },
  'agents.create': async (input) => {
    const { models } = await specificationNames(context);
    const checked = checkAgent(input, { ...(models && { models }) });
    if (!checked.ok) throw inputError(checked.problems, 'Correct it and create the agent again.');
    return context.agents.create(checked.value);
  },
  'agents.infer': (input, options) => inferOnce(context, input, options?.signal ?? never),
  'models.list': (_input, options) => listModels(context, options?.signal ?? never),
  'settings.get': async () => context.settings.current().settings,
  'settings.set': async (change) => context.settings.change(change),
  'system.information': async () => {
    const { events, bytes } = await context.store.statistics();
    return {
      version: context.version,
      data_folder: context.home,
      host: context.host,
      host_reason: context.hostReason,
      platform: `${process.platform}-${process.arch}`,
      node: process.version,
      event_count: events,
      database_bytes: bytes,
    };
  },
  'system.health': async () => {
    const database = await databaseCheck(context);
    return {
      status: database.state === 'ok' ? 'ok' : 'degraded',
      checks: [database],
      running_sessions: context.live.count(),
      uptime_s: process.uptime(),
    };
  },
  'system.doctor': async (_input, options) => ({
    checks: [...(await runDoctor(context, options?.signal ?? never))],
  }),
});

const unknownAgent = async (context: CoreContext, name: string): Promise<AgentNetError> => {
  const known = (await context.agents.list()).map((agent) => agent.name);
  return new AgentNetError('input/unknown-agent', `There is no agent ${name.slice(0, 80)}.`, {
    remedy: `Choose one of ${known.join(', ')}, or create it.`,
  });
};

type Samples = Awaited<ReturnType<CoreApi['specifications.samples']>>['items'];

const readSamples = (folder: string): Samples =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const read = readSpecification(text, { file });
      if (!read.ok) return [];
      const { name = file, mode, topic, agents } = read.value;
      return [{ file, name, mode, topic, agents: [...agents], text }];
    });
