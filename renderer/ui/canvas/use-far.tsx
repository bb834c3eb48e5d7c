import { useStore } from '@xyflow/react';
import { isFar } from './plain-cards.ts';

/** Whether one looks from so far that shapes are all there is to see. */
export const useFar = (): boolean => useStore(isFar);
