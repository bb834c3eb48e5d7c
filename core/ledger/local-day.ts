const two = (part: number): string => String(part).padStart(2, '0');

/** The local date of a moment in milliseconds since the epoch, like `2026-11-21`. */
export const localDay = (at: number): string => {
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
};
