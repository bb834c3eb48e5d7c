import { expect, it } from 'vitest';
import { serverMessage } from '../../../../core/providers/server-message.ts';

const read = (text: string) => {
  try {
    return serverMessage(JSON.parse(text), text);
  } catch {
    return serverMessage(null, text);
  }
};

it.each([
  ['{"error":{"message":"m","type":"t","code":"c"}}', { message: 'm', type: 't', code: 'c' }],
  ['{"error":"m"}', { message: 'm' }],
  ['{"message":"m","code":"401"}', { message: 'm', code: '401' }],
  ['{"detail":"m"}', { message: 'm' }],
  ['Not Found', { message: 'Not Found' }],
  [' <html>502</html>', { message: '' }],
])('reads %s', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});
