/** All in one unit: tokens (input and output together) or micro-USD. */
export interface Budget {
  /** Most that may be used. */
  readonly cap: number;
  /** Settled: what finished calls used, and lost ones at their worst case. */
  readonly spent: number;
  /** Worst case of the calls that run now. */
  readonly reserved: number;
  /** Worst case of the call that is asked for. */
  readonly needed: number;
}

/**
 * Whether a call may start. `wait`: it fits beside what is spent but not beside what is reserved, and the
 * running calls may well use less. `exceeds`: no settlement can make room for it. Reaching the cap exactly
 * is allowed; a cap is never passed as long as every call that starts is reserved.
 */
export const fits = ({ cap, spent, reserved, needed }: Budget): 'fits' | 'wait' | 'exceeds' => {
  if (spent + needed > cap) return 'exceeds';
  return spent + reserved + needed > cap ? 'wait' : 'fits';
};
