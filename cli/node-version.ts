const NEEDED = 24;

/** Why this Node cannot run AgentNet, if it cannot: an older one would crash without a word. */
export const nodeComplaint = (version: string): string | undefined => {
  if (Number(version.split('.')[0]) >= NEEDED) return undefined;
  return `agentnet: this is Node ${version}, and AgentNet needs Node ${NEEDED} or newer. Start it with \`npx agentnet\`, which brings its own.`;
};
