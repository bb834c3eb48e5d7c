import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Workspace } from './workspace-store.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = WorkspaceContext;

export const useWorkspaceStore = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('the screens need a WorkspaceProvider above them');
  return workspace;
};

type WorkspaceState = ReturnType<Workspace['getState']>;

/** A part of the workspace; renders again when that part changes. */
export const useWorkspace = <T,>(select: (state: WorkspaceState) => T): T =>
  useStore(useWorkspaceStore(), select);
