export { GraphEditorScreen } from './editor/graph-editor-screen.tsx';
export { GraphsScreen } from './list/graphs-screen.tsx';
