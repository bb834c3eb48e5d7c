/**
 * Text of models and files without what could steer a terminal: control characters other than line breaks and
 * tabs, and the marks that turn the direction of writing.
 */
export const plainText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
