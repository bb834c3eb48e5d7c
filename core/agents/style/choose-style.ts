import {
  isStyleName,
  MAX_STYLE_FRAGMENTS,
  STYLE_THRESHOLDS,
  type StyleIntensity,
  type StyleName,
  styleTable,
} from './style-table.ts';

export interface StyleFragment {
  readonly style: StyleName;
  readonly weight: number;
  readonly intensity: StyleIntensity;
  readonly text: string;
}

export interface ChosenStyle {
  /** Strongest first. */
  readonly fragments: readonly StyleFragment[];
  /** One sentence for each weight that was given, in the order of the fragments, then the rest by name. */
  readonly insights: readonly string[];
}

/** Which fragment a weight takes; undefined where it is neither high nor low enough to say anything. */
export const intensityOf = (weight: number): StyleIntensity | undefined => {
  if (weight >= STYLE_THRESHOLDS.strong) return 'strong';
  if (weight >= STYLE_THRESHOLDS.moderate) return 'moderate';
  return weight <= STYLE_THRESHOLDS.sparing ? 'sparing' : undefined;
};

const labelOf = (style: string, weight: number) => `${style} ${weight.toFixed(2)}`;

/**
 * Chooses and orders the fragments for an agent's weights: higher weights first, equal ones by name, so the
 * order in the file does not matter. Sparing fragments come last, the lowest weight first among them.
 */
export const chooseStyle = (style: Readonly<Record<string, number>>): ChosenStyle => {
  const candidates: StyleFragment[] = [];
  const silent: string[] = [];
  for (const name of Object.keys(style).sort()) {
    const weight = style[name] as number;
    if (!isStyleName(name)) {
      silent.push(`${labelOf(name, weight)}: unknown style, nothing is attached to it`);
      continue;
    }
    const intensity = intensityOf(weight);
    if (intensity) candidates.push({ style: name, weight, intensity, text: styleTable[name][intensity] });
    else silent.push(`${labelOf(name, weight)}: neither high nor low, no fragment applied`);
  }
  const rank = (fragment: StyleFragment) =>
    fragment.intensity === 'sparing' ? -1 - fragment.weight : fragment.weight;
  candidates.sort((a, b) => rank(b) - rank(a) || (a.style < b.style ? -1 : 1));
  const fragments = candidates.slice(0, MAX_STYLE_FRAGMENTS);
  const applied = fragments.map(
    ({ style: name, weight, intensity, text }) =>
      `${labelOf(name, weight)} (${intensity}): ${intensity === 'sparing' ? text : styleTable[name].gist}`,
  );
  const crowdedOut = candidates
    .slice(MAX_STYLE_FRAGMENTS)
    .map(
      ({ style: name, weight }) =>
        `${labelOf(name, weight)}: left out, stronger styles took the ${MAX_STYLE_FRAGMENTS} places`,
    );
  return { fragments, insights: [...applied, ...crowdedOut, ...silent] };
};
