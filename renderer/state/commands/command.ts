/** Something a user can do by name, key or menu. */
export interface Command {
  readonly id: string;
  /** A verb and its object: "Pause after this turn". */
  readonly title: string;
  readonly group: string;
  /** Like `Mod+K`, `Space`, `g h`; see `parseKeys`. */
  readonly keys?: string;
  /** Further words it is found by. */
  readonly words?: string;
  /** False shows it as out of reach now; keys then do nothing. */
  readonly enabled?: boolean;
  /** Works while a text field has the focus. */
  readonly whileTyping?: boolean;
  readonly run: () => void;
}
