import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  askForDesktopNotices,
  desktopNotices,
  tellDesktop,
} from '../../../../../renderer/ui/feedback/desktop-notice.ts';

const shown: unknown[][] = [];

/** What a browser has: a permission, a question and notices. */
const browser = (permission: NotificationPermission, answer = permission, visibilityState = 'hidden') => {
  class FakeNotification {
    static permission = permission;
    static requestPermission = async () => {
      FakeNotification.permission = answer;
      return answer;
    };
    constructor(...parameters: unknown[]) {
      shown.push(parameters);
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('document', { visibilityState });
};

afterEach(() => {
  vi.unstubAllGlobals();
  shown.length = 0;
});

describe('desktop notices', () => {
  it('appear when they are allowed and the page is out of sight', () => {
    browser('granted');
    tellDesktop('spend', 'Money goes fast', '$1');
    expect(shown).toEqual([['Money goes fast', { tag: 'spend', body: '$1' }]]);
  });

  it('do not appear over the page itself, nor against the will of the user', () => {
    browser('granted', 'granted', 'visible');
    tellDesktop('spend', 'Money goes fast', '$1');
    browser('denied');
    tellDesktop('spend', 'Money goes fast', '$1');
    expect(shown).toEqual([]);
  });

  it('are asked for once', async () => {
    browser('default', 'granted');
    expect(desktopNotices()).toBe('unknown');
    expect(await askForDesktopNotices()).toBe('allowed');
    browser('denied', 'granted');
    expect(await askForDesktopNotices()).toBe('refused');
    vi.stubGlobal('Notification', undefined);
    expect(await askForDesktopNotices()).toBe('unavailable');
  });
});
