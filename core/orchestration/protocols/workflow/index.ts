export { beginWorkflow } from './workflow.ts';
