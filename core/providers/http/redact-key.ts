/** Shorter than any key: replacing it would only make a text unreadable. */
const SHORTEST = 4;

/** A key as it is and as servers, proxies and logs rewrite it. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  // As JSON may write it.
  secret.replaceAll('/', '\\/'),
  ...[secret, `Bearer ${secret}`].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [
      bytes.toString('base64'),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      encodeURIComponent(text),
    ];
  }),
];

/** Every form of every key once, the longest first. */
export const formsOfKeys = (secrets: readonly string[]): readonly string[] =>
  [...new Set(secrets.flatMap(formsOf))].sort((one, other) => other.length - one.length);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes keys out of a text: raw, Base64, hex and URL-encoded. The longest form goes first. */
export const redactKeys = (secrets: readonly string[]): ((text: string) => string) => {
  const forms = formsOfKeys(secrets.filter((secret) => secret.length >= SHORTEST));
  if (forms.length === 0) return (text) => text;
  const pattern = new RegExp(forms.map(escaped).join('|'), 'gi');
  return (text) => text.replace(pattern, '(key)');
};
