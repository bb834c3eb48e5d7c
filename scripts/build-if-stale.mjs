import { buildEach } from './build/build-each.mjs';

process.exitCode = await buildEach(process.argv.slice(2), { force: false });
