/** The data folder that was asked for on the command line: `--home DIR` or `--home=DIR`. */
export const homeArgument = (args: readonly string[]): string | undefined => {
  const joined = args.find((arg) => arg.startsWith('--home='))?.slice('--home='.length);
  const place = args.indexOf('--home');
  const next = place < 0 ? undefined : args[place + 1];
  return (joined ?? (next?.startsWith('-') ? undefined : next)) || undefined;
};
