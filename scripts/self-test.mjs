// The checks, checked: each planted violation must be found; part of `npm run check`.
import { plants } from './check/plants.mjs';
import { reportFindings } from './check/report-findings.mjs';
import { missedPlants } from './check/self-test.mjs';

process.exitCode = reportFindings(
  await missedPlants(process.cwd()),
  `${plants.length} planted violations, all caught`,
);
