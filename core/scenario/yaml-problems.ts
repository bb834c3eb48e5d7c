import type { ErrorCode } from 'yaml';

/** The parser's findings in a user's words; the place is told beside them. */
export const yamlWords = {
  ALIAS_PROPS: 'An alias (*name) cannot have an anchor or a tag of its own.',
  BAD_ALIAS: 'This alias (*name) or anchor (&name) has no proper name.',
  BAD_COLLECTION_TYPE: 'The tag here does not fit the list or mapping it stands before.',
  BAD_DIRECTIVE: 'A line that begins with % is not understood here; remove it.',
  BAD_DQ_ESCAPE:
    'A backslash in double quotes begins an escape, and this is none; write \\\\ or use single quotes.',
  BAD_INDENT: 'The indentation does not fit here, or a bracket or brace before it is not closed.',
  BAD_PROP_ORDER: 'An anchor or tag must stand before the value, on the right side of its mark.',
  BAD_SCALAR_START: 'A text cannot begin with this character; write the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second ": " on one line; a text that holds one must be in quotes.',
  BLOCK_IN_FLOW: 'Inside brackets and braces, lists and mappings are written with brackets and braces too.',
  DUPLICATE_KEY: 'This key appears twice.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'A key is over 1024 characters long; is a quote missing?',
  MISSING_CHAR: 'A quote, a comma, a closing bracket, or the ":" after a key is missing.',
  MULTILINE_IMPLICIT_KEY:
    'A key and its ":" must stand on one line; is a ":" missing in this line or the one above?',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_DOCS: 'A second document begins here (---); one file holds one.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  NON_STRING_KEY: 'A key must be plain text, not a list or a mapping.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'A tab cannot indent; use spaces.',
  TAG_RESOLVE_FAILED: 'Tags (!name) are not used here; remove it.',
  UNEXPECTED_TOKEN: 'This is not expected here.',
} as const satisfies Record<ErrorCode, string>;
