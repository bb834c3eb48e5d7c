import { useEffect, useRef } from 'react';

/** A link to another turn of the session that is open already; the first link is the screen's own start. */
export const useLinkedTurn = (taskId: string | null, follow: (taskId: string) => void) => {
  const linked = useRef(taskId);
  useEffect(() => {
    if (taskId === linked.current) return;
    linked.current = taskId;
    if (taskId !== null) follow(taskId);
  }, [taskId, follow]);
};
