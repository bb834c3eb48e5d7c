/** A key as it is, and as it may have been written down by mistake. */
const formsOfKey = (key: string): readonly string[] => {
  const bytes = Buffer.from(key);
  return [
    key,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(key),
  ];
};

/** Names of the places in which a key can be found, in any form. */
export const placesWithKey = (key: string, places: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(places).flatMap(([name, text]) =>
    formsOfKey(key).some((form) => text.includes(form)) ? [name] : [],
  );
