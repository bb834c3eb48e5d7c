export type { PassphraseQuestion } from '../keys/index.ts';
export { createCallLayer } from './call-layer.ts';
export type { Core, CoreConfig } from './core.ts';
export { createCore } from './create-core.ts';
export { homeFolder } from './home-folder.ts';
export { createModelCache } from './model-cache.ts';
