import type { Lens } from './lens.ts';
import { analysis } from './lenses/analysis.ts';
import { creativity } from './lenses/creativity.ts';
import { diplomacy } from './lenses/diplomacy.ts';
import { empathy } from './lenses/empathy.ts';
import { ethics } from './lenses/ethics.ts';
import { evidence } from './lenses/evidence.ts';
import { logic } from './lenses/logic.ts';
import { pragmatism } from './lenses/pragmatism.ts';
import { risk } from './lenses/risk.ts';
import { skepticism } from './lenses/skepticism.ts';

/** In the order in which joined clauses are written, from the first step to the last condition. */
export const lenses: readonly Lens[] = [
  pragmatism,
  evidence,
  logic,
  analysis,
  skepticism,
  risk,
  creativity,
  empathy,
  ethics,
  diplomacy,
];
