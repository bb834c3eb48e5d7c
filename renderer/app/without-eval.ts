import * as z from 'zod';

// The page's policy forbids eval, and the parser would try it once and be reported. Must run before any schema is
// made, so this file is imported first.
z.config({ jitless: true });
