// Tests mirror the sources, both ways; part of `npm run check`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mirrorFindings, parseExemptions } from './check/mirror-rules.mjs';
import { reportFindings } from './check/report-findings.mjs';
import { codeFiles, SOURCE_FOLDERS } from './check/source-files.mjs';

const root = process.cwd();
const sources = codeFiles(root, SOURCE_FOLDERS);
const tests = codeFiles(root, ['test/unit']);
const { exemptions, findings } = parseExemptions(
  readFileSync(join(root, 'scripts', 'mirror-exempt.txt'), 'utf8'),
);

process.exitCode = reportFindings(
  [
    ...findings,
    ...mirrorFindings({
      sources,
      tests,
      settings: readdirSync(root),
      exemptions,
      read: (file) => readFileSync(join(root, file), 'utf8'),
    }),
  ],
  `${tests.length} unit test files for ${sources.length} source files, ${exemptions.length} exemptions`,
);
