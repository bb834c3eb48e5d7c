/** What can be put in at a place of the text. */
export interface TemplateCompletions {
  /** Where what is replaced begins, in UTF-16 units. */
  readonly from: number;
  readonly options: readonly { readonly label: string; readonly insert: string; readonly detail?: string }[];
}

export interface TemplateEditorProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
  /** What fits at this place; null for nothing. */
  readonly completionsAt: (text: string, place: number) => TemplateCompletions | null;
  readonly invalid?: boolean;
}
