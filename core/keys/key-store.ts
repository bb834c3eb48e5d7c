/** Where keys come from. A key is handed to the adapter that needs it and is never logged or stored by us. */
export interface KeyStore {
  /**
   * The key that `env:NAME` or `keychain:NAME` stands for; undefined when there is none by that name.
   * Throws `input/invalid` for any other reference, and `provider/no-key` when the keychain cannot be read.
   */
  keyOf(reference: string): Promise<string | undefined>;
}

/** Whether the operating system's keychain can be used; `reason` is a sentence part for people. */
export type KeychainState =
  | { readonly kind: 'available'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: string };
