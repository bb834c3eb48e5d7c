import { type AgentDefinition, AgentNetError, type AgentVersion } from '../../contract/index.ts';
import { fingerprintOf } from './fingerprint-of.ts';

type KnownVersion = Pick<AgentVersion, 'name' | 'version' | 'fingerprint'>;

const partsOf = (version: string): readonly [number, number, number] => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
};

const isNewer = (version: string, than: string): boolean => {
  const other = partsOf(than);
  for (const [index, part] of partsOf(version).entries()) {
    if (part !== other[index]) return part > (other[index] as number);
  }
  return false;
};

const newestOf = (known: readonly KnownVersion[]): KnownVersion | undefined =>
  known.reduce<KnownVersion | undefined>(
    (newest, one) => (!newest || isNewer(one.version, newest.version) ? one : newest),
    undefined,
  );

/**
 * The version a definition has or gets. What is stored already keeps its version (of several equal ones the
 * one that is asked for, else the newest); changed content gets the version it asks for, else the next minor
 * one; a first definition is 1.0.0. Throws `input/conflict` when it asks for a version that says something else.
 */
export const nextVersion = (existing: readonly KnownVersion[], definition: AgentDefinition): string => {
  const known = existing.filter((agent) => agent.name === definition.name);
  const fingerprint = fingerprintOf(definition);
  const wanted = definition.version;
  const holder = known.find((agent) => agent.version === wanted);
  if (holder && holder.fingerprint !== fingerprint) {
    throw new AgentNetError(
      'input/conflict',
      `${definition.name}@${wanted} exists and says something else.`,
      {
        where: { path: 'version' },
        kept: `${definition.name}@${wanted} is unchanged: a version of an agent is never edited.`,
        remedy: 'Leave the version out to get the next one, or give one that is not taken.',
        data: { taken: known.map((agent) => agent.version) },
      },
    );
  }
  if (holder) return holder.version;
  const same = newestOf(known.filter((agent) => agent.fingerprint === fingerprint));
  if (same) return same.version;
  if (wanted !== undefined) return wanted;
  const newest = newestOf(known);
  if (!newest) return '1.0.0';
  const [major, minor] = partsOf(newest.version);
  return `${major}.${minor + 1}.0`;
};
