// The layer table of scripts/layers.json, held against every import; part of `npm run check`.
import { existsSync } from 'node:fs';
import { allExtensions, cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';
import { cruiseFindings } from './check/cruise-findings.mjs';
import { reportFindings } from './check/report-findings.mjs';
import { SOURCE_FOLDERS } from './check/source-files.mjs';

const folders = [...SOURCE_FOLDERS, 'test'].filter((folder) => existsSync(folder));
const { forbidden = [], options } = configuration;
const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden } });
if (typeof output === 'string')
  throw new Error('dependency-cruiser gave text where its result was asked for');

const readsTypeScript = allExtensions.some(({ extension, available }) => extension === '.ts' && available);
const findings = cruiseFindings(output, forbidden, readsTypeScript);
process.exitCode = reportFindings(
  findings,
  `${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised ?? 0} imports`,
);
