export { type KeyRing, openKeyRing, type PassphraseQuestion } from './key-ring.ts';
