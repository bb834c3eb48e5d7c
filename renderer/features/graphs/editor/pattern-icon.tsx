import { Vote } from 'lucide-react';
import type { NodeKind } from '../../../../core/contract/index.ts';
import { kindWords, type NodePattern } from '../../../state/graph/index.ts';

/** The sign of a kind in lists. */
export const PatternIcon = ({ pattern }: { readonly pattern: NodePattern }) => {
  const kind = (pattern.data['kind'] ?? 'task') as NodeKind;
  const Icon = pattern.id === 'vote' ? Vote : kindWords[kind].icon;
  return <Icon size={16} aria-hidden="true" />;
};
