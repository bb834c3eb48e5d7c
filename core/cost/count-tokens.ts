/** A model may well write `<|endoftext|>`: in an answer it is text like any other. */
const NOTHING_IS_SPECIAL = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

/** Tokens of a text by the o200k byte-pair encoding; its tables are loaded on the first use. */
export const countTokens = async (text: string): Promise<number> => {
  const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base');
  return count(text, NOTHING_IS_SPECIAL);
};
