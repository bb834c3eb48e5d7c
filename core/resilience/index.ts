export { type Deadline, withDeadline } from './with-deadline.ts';
