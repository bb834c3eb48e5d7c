import { useStore } from '@xyflow/react';

/** Below this zoom the words of a card cannot be read and are not drawn. */
const FAR = 0.4;

/** Whether one looks from so far that shapes are all there is to see. */
export const useFar = (): boolean => useStore((state) => state.transform[2] < FAR);
