export { AgentsScreen } from './agents-screen.tsx';
export { NewAgentScreen } from './new-agent-screen.tsx';
