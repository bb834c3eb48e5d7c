interface MediaType {
  readonly type: string;
  /** Whether it is worth compressing; images and fonts already are. */
  readonly compress: boolean;
}

const text = (type: string): MediaType => ({ type: `${type}; charset=utf-8`, compress: true });
const binary = (type: string): MediaType => ({ type, compress: false });

const mediaTypes: Readonly<Record<string, MediaType>> = {
  html: text('text/html'),
  js: text('text/javascript'),
  css: text('text/css'),
  json: text('application/json'),
  map: text('application/json'),
  webmanifest: text('application/manifest+json'),
  svg: text('image/svg+xml'),
  txt: text('text/plain'),
  wasm: { type: 'application/wasm', compress: true },
  png: binary('image/png'),
  jpg: binary('image/jpeg'),
  webp: binary('image/webp'),
  ico: binary('image/x-icon'),
  woff2: binary('font/woff2'),
};

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** By the ending of a file name; an unknown one is bytes that no browser will run. */
export const mediaTypeOf = (file: string): MediaType =>
  mediaTypes[endingOf(file)] ?? binary('application/octet-stream');

/** True for a path that asks for a file; `/agents/Athena@1.0.0` does not. */
export const namesFile = (path: string): boolean => Object.hasOwn(mediaTypes, endingOf(path));
