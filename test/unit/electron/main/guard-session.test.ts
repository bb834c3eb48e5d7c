import { expect, it } from 'vitest';
import { guardSession } from '../../../../electron/main/guard-session.ts';
import { fakeElectron } from '../fake-electron.ts';

it('lets our page copy and notify, and nobody do anything else', () => {
  const electron = fakeElectron();
  guardSession(electron.api.session.defaultSession);
  const asked = (permission: string, requestingUrl: string) => {
    let answer: boolean | undefined;
    const request = electron.session['request'] as unknown as (...parameters: unknown[]) => void;
    request({}, permission, (given: boolean) => (answer = given), { requestingUrl });
    const check = electron.session['check'] as unknown as (...parameters: unknown[]) => boolean;
    expect(check({}, permission, requestingUrl)).toBe(answer);
    return answer;
  };
  expect(asked('clipboard-sanitized-write', 'app://agentnet/')).toBe(true);
  expect(asked('notifications', 'app://agentnet/')).toBe(true);
  expect(asked('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
  expect(asked('notifications', 'https://example.org/')).toBe(false);
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'usb']) {
    expect(asked(permission, 'app://agentnet/')).toBe(false);
  }
  expect(electron.session['device']?.()).toBe(false);
});
