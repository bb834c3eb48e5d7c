/** Where keys can be kept; the same two words in the contract. */
export type StoreKind = 'keychain' | 'vault';

/** The port of everything that keeps keys by name. Adapters: the OS keychain and the encrypted vault. */
export interface KeyStore {
  readonly kind: StoreKind;
  /** Undefined where there is none by that name. */
  read(name: string): Promise<string | undefined>;
  /** Stores it, or puts it in the place of the old one; true when there was one. All other entries stay. */
  set(name: string, key: string): Promise<boolean>;
  /** True when there was one. */
  remove(name: string): Promise<boolean>;
}

/** Whether the operating system's keychain can be used; `reason` is a sentence part for people. */
export type KeychainState =
  | { readonly kind: 'available'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: string };
