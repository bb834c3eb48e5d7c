import { compare } from 'semver';

/** Orders `major.minor.patch` versions; negative when `a` is older. */
export const compareVersions = (a: string, b: string): number => compare(a, b);
