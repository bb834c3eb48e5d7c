/** The one replaced stretch between two texts; what is the same at both ends stays, and with it the cursor. */
export const smallestChange = (
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } => {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
};
