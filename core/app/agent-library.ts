import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from 'semver';
import { fingerprintOf, nextVersion } from '../agents/index.ts';
import { type AgentDefinition, AgentNetError, type AgentVersion, SYSTEM_STREAM } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import { inputError, readAgentFile } from '../scenario/index.ts';
import type { EventStore } from '../storage/index.ts';

/** Texts of graphs and of plain calls; they say nothing of agents. */
const BULKY = ['graph-saved', 'call-started', 'call-ended'] as const;

/** All agents: the shipped ones and those that the user created, as immutable versions. */
export interface AgentLibrary {
  /** Newest version of each, by name. */
  readonly list: () => Promise<readonly AgentVersion[]>;
  /** `Athena` (newest) or `Athena@1.0.0`; undefined where there is none. */
  readonly find: (reference: string) => Promise<AgentVersion | undefined>;
  /** All versions of a name, newest first. */
  readonly versions: (name: string) => Promise<readonly AgentVersion[]>;
  /** References that a specification may use: every name, and every exact version. */
  readonly references: () => Promise<readonly string[]>;
  readonly create: (definition: AgentDefinition) => Promise<AgentVersion>;
}

export const createAgentLibrary = (folder: string, store: EventStore, effects: Effects): AgentLibrary => {
  const shipped = new Map<string, AgentVersion[]>();
  const created = new Map<string, AgentVersion[]>();
  let readUpTo = 0;
  let shippedRead = false;

  /** Other processes may have created agents meanwhile, so the stream is read on from where it ended. */
  const refresh = async (): Promise<void> => {
    if (!shippedRead) {
      for (const agent of readShippedAgents(folder)) keep(shipped, agent);
      shippedRead = true;
    }
    for await (const batch of store.read(SYSTEM_STREAM, { after: readUpTo, without: BULKY })) {
      for (const event of batch) {
        if (event.seq <= readUpTo) continue;
        readUpTo = event.seq;
        if (event.type === 'agent-created') keep(created, event.data.agent);
      }
    }
  };
  const versionsOf = (name: string): readonly AgentVersion[] =>
    [...(shipped.get(name) ?? []), ...(created.get(name) ?? [])].sort((a, b) =>
      compare(b.version, a.version),
    );
  const names = (): readonly string[] => [...new Set([...shipped.keys(), ...created.keys()])].sort();

  const library: AgentLibrary = {
    list: async () => {
      await refresh();
      return names().flatMap((name) => versionsOf(name).slice(0, 1));
    },
    find: async (reference) => {
      await refresh();
      const [name = '', version] = reference.split('@');
      const versions = versionsOf(name);
      return version === undefined ? versions[0] : versions.find((agent) => agent.version === version);
    },
    versions: async (name) => {
      await refresh();
      return versionsOf(name);
    },
    references: async () => {
      await refresh();
      return names().flatMap((name) => [
        name,
        ...versionsOf(name).map((agent) => `${name}@${agent.version}`),
      ]);
    },
    create: async (definition) => {
      await refresh();
      const existing = versionsOf(definition.name);
      const version = nextVersion(existing, definition);
      const same = existing.find((agent) => agent.version === version);
      if (same) return same;
      const at = effects.clock.now();
      const agent: AgentVersion = {
        ...definition,
        version,
        fingerprint: fingerprintOf(definition),
        origin: 'user',
        created_at: at,
      };
      await store.appendSystem([{ type: 'agent-created', data: { agent } }], at);
      await refresh();
      return agent;
    },
  };
  return library;
};

const keep = (agents: Map<string, AgentVersion[]>, agent: AgentVersion): void => {
  const versions = agents.get(agent.name);
  if (versions) versions.push(agent);
  else agents.set(agent.name, [agent]);
};

const readShippedAgents = (folder: string): readonly AgentVersion[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const read = readAgentFile(readFileSync(join(folder, file), 'utf8'), file);
      if (!read.ok) throw inputError(read.problems);
      const { value } = read;
      if (value.version === undefined) {
        throw new AgentNetError('internal', `The shipped agent ${value.name} has no version.`);
      }
      return {
        ...value,
        version: value.version,
        fingerprint: fingerprintOf(value),
        origin: 'shipped',
        created_at: 0,
      };
    });
