/** What stands where a number is not known; a zero would be a claim. */
export const UNKNOWN = '–';
