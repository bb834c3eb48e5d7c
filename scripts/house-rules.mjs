// The rules of the house that no linter rule expresses; part of `npm run check`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lengthFindings, sizeFindings, textFindings } from './check/file-rules.mjs';
import { reportFindings } from './check/report-findings.mjs';
import { codeFiles, SOURCE_FOLDERS } from './check/source-files.mjs';

const sources = read(SOURCE_FOLDERS);
const sizes = sizeFindings(sources);

process.exitCode = reportFindings(
  [
    // Tests may be long lists, so length is counted in sources only.
    ...sources.flatMap(({ file, text }) => lengthFindings(file, text)),
    ...[...sources, ...read(['test'])].flatMap(({ file, text }) => textFindings(file, text)),
    ...sizes.findings,
  ],
  sizes.summary,
);

/** @param {readonly string[]} folders */
function read(folders) {
  return codeFiles(process.cwd(), folders).map((file) => ({
    file,
    text: readFileSync(join(process.cwd(), file), 'utf8'),
  }));
}
