/** `debater` of `stub/debater`: the provider is said beside it. */
export const withoutProvider = (provider: string, model: string): string =>
  model.startsWith(`${provider}/`) ? model.slice(provider.length + 1) : model;
