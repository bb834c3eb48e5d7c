import { createContext, useContext } from 'react';
import type { AgentVersion } from '../../../../core/contract/index.ts';

const AgentsContext = createContext<readonly AgentVersion[]>([]);

export const AgentsProvider = AgentsContext;

/** The agents of this data folder, the newest version of each. */
export const useAgents = (): readonly AgentVersion[] => useContext(AgentsContext);
