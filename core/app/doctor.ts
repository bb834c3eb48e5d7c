import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorCheck } from '../contract/index.ts';
import type { CoreContext } from './core-context.ts';
import { listModels } from './models.ts';

/** What works on this machine, and what mends what does not. */
export const runDoctor = async (
  context: CoreContext,
  signal: AbortSignal,
): Promise<readonly DoctorCheck[]> => [
  nodeCheck(),
  await databaseCheck(context),
  await keychainCheck(context),
  ...(await providerChecks(context, signal)),
  modelCheck(context),
  electronCheck(context),
];

const nodeCheck = (): DoctorCheck => ({
  name: 'Node.js',
  state: 'ok',
  detail: `${process.version} on ${process.platform}-${process.arch}`,
  remedy: null,
});

export const databaseCheck = async (context: CoreContext): Promise<DoctorCheck> => {
  try {
    const { events, bytes } = await context.store.statistics();
    const system = await systemState(context);
    const detail = `${events} events, ${(bytes / 1e6).toFixed(1)} MB in ${context.home}`;
    return system.ok
      ? { name: 'Database', state: 'ok', detail, remedy: null }
      : {
          name: 'Database',
          state: 'failed',
          detail: `${detail}; ${system.first_problem?.message ?? 'projections differ from the log'}`,
          remedy: 'Restore the newest file of the backups folder, or run `agentnet verify` for each session.',
        };
  } catch (error) {
    return {
      name: 'Database',
      state: 'failed',
      detail: error instanceof Error ? error.message : String(error),
      remedy: 'Check the rights and the space of the data folder.',
    };
  }
};

/** A fresh data folder has no system stream yet. */
const systemState = async ({ store }: CoreContext) =>
  (await store.head('system')) ? store.verify('system') : { ok: true, first_problem: null };

const keychainCheck = async (context: CoreContext): Promise<DoctorCheck> => {
  const { kind, detail } = await context.keys.state();
  const name = kind === 'keychain' ? 'Keychain' : 'Vault of keys';
  if (kind === 'keychain' || kind === 'vault') return { name, state: 'ok', detail, remedy: null };
  const remedy =
    kind === 'locked'
      ? 'Give its pass phrase in Settings > Providers, or in AGENTNET_KEY_PASSPHRASE.'
      : 'Set a key with `agentnet keys set`, which makes an encrypted vault, or in a variable like OPENAI_API_KEY.';
  return { name: kind === 'none' ? 'Keychain' : name, state: 'missing', detail, remedy };
};

const providerChecks = async (context: CoreContext, signal: AbortSignal): Promise<readonly DoctorCheck[]> => {
  const { providers } = await listModels(context, signal);
  return providers.map(({ provider, state, detail }) => ({
    name: `Provider ${provider}`,
    state: state === 'ok' || state === 'not-tested' ? 'ok' : 'missing',
    detail,
    remedy: state === 'unreachable' ? 'Start it on this machine if you want to use it.' : null,
  }));
};

const modelCheck = (context: CoreContext): DoctorCheck => {
  const { default_model } = context.settings.current().settings;
  const stub = default_model.startsWith('stub/');
  return {
    name: 'Default model',
    state: 'ok',
    detail: stub ? `${default_model} (offline stub, not a language model)` : default_model,
    remedy: stub ? 'Pick another model in Settings when you want real answers.' : null,
  };
};

/** The runtime is fetched by its own installer; without it the web host serves the same screens. */
const electronCheck = (context: CoreContext): DoctorCheck => {
  const installed =
    context.host === 'desktop' ||
    existsSync(join(context.packageRoot, 'node_modules', 'electron', 'path.txt'));
  return installed
    ? { name: 'Electron', state: 'ok', detail: 'The desktop runtime is installed.', remedy: null }
    : {
        name: 'Electron',
        state: 'missing',
        detail: 'The desktop runtime is not installed; the local web host shows the same screens.',
        remedy: 'Run `npx install-electron` where its release host can be reached.',
      };
};
