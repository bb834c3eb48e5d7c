interface Cap {
  readonly cap: number;
  readonly used: number;
  /** Set aside, but not used yet. */
  readonly ahead: number;
}

/** How near a cap is: from four fifths on it is near, with nothing left it is full. What is set aside counts. */
export const capLevel = ({ cap, used, ahead }: Cap): 'free' | 'near' | 'full' => {
  const taken = used + ahead;
  if (taken >= cap) return 'full';
  return taken >= cap * NEAR ? 'near' : 'free';
};

const NEAR = 0.8;
