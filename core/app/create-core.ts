import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventData, type SessionId, sessionId } from '../contract/index.ts';
import { checkMoneyCap, countTokens } from '../cost/index.ts';
import { realEffects } from '../effects/index.ts';
import { openKeyRing, openRefusedKeys } from '../keys/index.ts';
import { createLedger } from '../ledger/index.ts';
import { postJson } from '../providers/index.ts';
import { checkSpecification, inputError, readAgentFile, readSpecification } from '../scenario/index.ts';
import { currentOwner, openSqliteEventStore } from '../storage/index.ts';
import { createMetrics, type ProcessFigures } from '../telemetry/index.ts';
import { createAgentLibrary } from './agent-library.ts';
import { createCallLayer } from './call-layer.ts';
import { convertGraphText } from './convert-graph-text.ts';
import type { Core, CoreConfig } from './core.ts';
import type { CoreContext } from './core-context.ts';
import { costProcedures } from './cost-procedures.ts';
import { executeGraph } from './execute-graph.ts';
import { graphProcedures } from './graph-procedures.ts';
import { graphRunProcedures } from './graph-run-procedures.ts';
import { homeFolder } from './home-folder.ts';
import { createKeyGate } from './key-gate.ts';
import { keyProcedures } from './key-procedures.ts';
import { createLiveHub } from './live-hub.ts';
import { createLiveSessions } from './live-sessions.ts';
import { createLogger } from './logger.ts';
import { createModelCache } from './model-cache.ts';
import { packageRoot } from './package-root.ts';
import { createPlainCalls } from './plain-call.ts';
import { planAsYaml } from './plan-as-yaml.ts';
import type { PlanOptions } from './plan-options.ts';
import { createPricing } from './pricing.ts';
import { graphRunReader } from './read-graph-run.ts';
import { readPlainCalls } from './read-plain-calls.ts';
import { createReprice } from './reprice.ts';
import { createRunChild } from './run-child.ts';
import { sessionProcedures } from './session-procedures.ts';
import { createSettingsStore } from './settings-store.ts';
import { specificationNames } from './specification-names.ts';
import { createSpecificationPlan } from './specification-plan.ts';
import { watchSpending } from './spend-watch.ts';
import { systemProcedures } from './system-procedures.ts';

const REMEDY = 'Correct it and start again.';

/** Opens the data folder and puts everything together. Rejects with `storage/*` or `input/*` errors. */
export const createCore = async (config: CoreConfig): Promise<Core> => {
  const effects = config.effects ?? realEffects;
  const home = homeFolder(config.home, config.environment);
  const root = packageRoot();
  const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o700 });
  const keys = openKeyRing({
    folder: home,
    environment: config.environment,
    clock: effects.clock,
    ...(config.askPassphrase && { askPassphrase: config.askPassphrase }),
  });
  const settings = createSettingsStore(home, config.environment, keys.keyOf);
  const store = await openSqliteEventStore({ folder: home, effects });
  const log = createLogger(home, config.logTo ?? 'file');
  const hub = createLiveHub();
  const metrics = createMetrics();
  const startedAt = effects.clock.now() / 1000 - process.uptime();
  const agents = createAgentLibrary(join(root, 'resources', 'agents'), store, effects);
  const currentProviders = () => settings.current().providers;
  const refusedKeys = openRefusedKeys(home, effects.clock);
  const calls = createCallLayer({
    keyGate: createKeyGate({
      refused: refusedKeys,
      keys,
      settings: currentProviders,
      failed: (error) => log.warn({ err: error }, 'refused key'),
    }),
    effects,
    settings: currentProviders,
    openModel: createModelCache(currentProviders, effects),
    countTokens,
  });
  const owner = currentOwner(effects);
  const budgets = () => settings.current().settings.budgets;
  const ledger = createLedger({ store, clock: effects.clock, owner, budgets });
  const live = createLiveSessions({
    store,
    owner,
    ledger,
    effects,
    hub,
    ask: calls.ask,
    runChild: (parent) => createRunChild({ store, live: () => live, plan: checkedPlan }, parent),
    over: (id, error) => {
      if (error) log.warn({ correlation_id: id, err: error }, 'session gave up');
      else log.info({ correlation_id: id }, 'session ended');
    },
  });
  const stopMetrics = store.onChange((change) => {
    if (change.kind === 'events') for (const event of change.events) metrics.observe(event);
  });

  const stopSpendWatch = watchSpending({
    store,
    clock: effects.clock,
    alert: () => budgets().alert,
    post: postJson,
    failed: (error) => log.warn({ err: error }, 'spend alert'),
  });

  const priceOf = createPricing(join(root, 'resources', 'prices'), settings.current);
  const plainCalls = createPlainCalls({
    effects,
    store,
    calls,
    settings: currentProviders,
    priceOf,
    countTokens,
    ledger,
    rules: () => budgets().downgrade ?? [],
  });
  const plan = createSpecificationPlan({
    agents,
    store,
    settings,
    engine: `agentnet/${version}`,
    priceOf,
  });
  /** Of a specification that was not looked at yet. */
  const checkedPlan = async (input: unknown, options: Omit<PlanOptions, 'underCaps'> = {}) => {
    const read = checkSpecification(input, await specificationNames({ agents, settings }));
    if (!read.ok) throw inputError(read.problems, REMEDY);
    return plan(read.value, { underCaps: true, ...options });
  };
  const begin = async (created: EventData<'session-created'>): Promise<SessionId> => {
    const id = sessionId.parse(effects.ids.uuid());
    await live.start(id, created);
    log.info({ correlation_id: id, mode: created.specification.mode }, 'session started');
    return id;
  };
  const context: CoreContext = {
    home,
    packageRoot: root,
    environment: config.environment,
    host: config.host,
    hostReason: config.hostReason ?? null,
    version,
    effects,
    store,
    hub,
    live,
    agents,
    settings,
    keys,
    refusedKeys,
    ledger,
    planSession: (specification) => plan(specification, { underCaps: false }),
    createSession: async (input, options) => begin(await checkedPlan(input, options)),
  };
  const runs = graphRunReader(store);

  return {
    api: {
      ...sessionProcedures(context, runs),
      ...systemProcedures(context),
      ...costProcedures(context),
      ...keyProcedures(context),
      ...graphProcedures(context),
      ...graphRunProcedures(context, runs),
    },
    home,
    startFromText: async (text, { file, set = [], readText }) => {
      const names = await specificationNames({ agents, settings });
      const read = readSpecification(text, { file, set, ...names });
      if (!read.ok) throw inputError(read.problems, REMEDY);
      return begin(await plan(read.value, { underCaps: true, ...(readText && { readText }) }));
    },
    startGraphFromText: (text, { file, ...input }) => executeGraph(context, { ...input, text }, file),
    createAgentFromText: async (text, file) => {
      const { models } = await specificationNames({ agents, settings });
      const read = readAgentFile(text, file, { ...(models && { models }) });
      if (!read.ok) throw inputError(read.problems, 'Correct it and create the agent again.');
      return agents.create(read.value);
    },
    readCalls: (text, options) => {
      const read = readPlainCalls(text, { ...options, settings: currentProviders() });
      const facts = Object.fromEntries(
        read
          .flatMap(({ model, models = [model] }) => models)
          .map((model) => [model, plainCalls.factsOf(model)]),
      );
      for (const cap of settings.current().moneyCaps) checkMoneyCap(cap, facts);
      return read;
    },
    call: plainCalls.make,
    convertGraph: convertGraphText,
    planAsYaml,
    reprice: createReprice(context),
    runningSessions: live.count,
    metrics: () => metrics.text(processFigures(startedAt)),
    whenEnded: (id) => live.whenEnded(sessionId.parse(id)),
    close: async (reason = 'shutdown') => {
      stopMetrics();
      await stopSpendWatch();
      await live.interruptAll(reason);
      ledger.close();
      await store.close();
    },
  };
};

const processFigures = (startedAt: number): ProcessFigures => {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { residentBytes: rss, heapUsedBytes: heapUsed, cpuSeconds: (user + system) / 1e6, startedAt };
};
