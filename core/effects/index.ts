export { afterTurn } from './after-turn.ts';
export { chance, chanceBits, pick, shuffled } from './chance.ts';
export type { Cancel, Clock, Effects } from './effects.ts';
export { type FakeEffects, fakeEffects } from './fake-effects.ts';
export { realEffects } from './real-effects.ts';
