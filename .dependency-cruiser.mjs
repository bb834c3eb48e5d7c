import { layerRules } from './scripts/check/layer-rules.mjs';
import { readLayerTable } from './scripts/check/layer-table.mjs';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: layerRules(readLayerTable()),
  options: {
    // An `import type` binds rooms together as much as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
