/** Way from the root of an input to a value in it: names of members and places in lists. */
export type InputPath = readonly (string | number)[];

const LONGEST_NAME = 40;

/** `convergence.methods[1]`; names that are no plain words are quoted, long ones cut. Empty for the root. */
export const pathText = (path: InputPath): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]{1,40}$/.test(step)) return `[${JSON.stringify(cut(step))}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');

const cut = (name: string): string => {
  const visible = name.replace(/[^\x20-\x7e\u00a1-\u1fff\u3040-\ud7ff]/gu, '\ufffd');
  return visible.length > LONGEST_NAME ? `${visible.slice(0, LONGEST_NAME)}...` : visible;
};

/** `a.b[2].c` and `a.b.2.c` alike; undefined for a text that is no path. */
export const parsePath = (text: string): InputPath | undefined => {
  if (!/^[\w-]+(\.[\w-]+|\[\d+\])*$/.test(text)) return undefined;
  return [...text.matchAll(/[\w-]+/g)].map(([step]) => (/^\d{1,6}$/.test(step) ? Number(step) : step));
};
