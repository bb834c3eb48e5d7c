import { describe, expect, it } from 'vitest';
import { guardContents } from '../../../../electron/main/guard-contents.ts';
import { FakeContents, fakeElectron } from '../fake-electron.ts';

const guarded = () => {
  const electron = fakeElectron();
  const contents = new FakeContents();
  guardContents(contents as never, electron.api);
  const go = (event: string, url: string): boolean => {
    let prevented = false;
    contents.emit(event, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  };
  return { electron, contents, go };
};

describe('guardContents', () => {
  it('opens no window, and links to the web outside', () => {
    const { electron, contents } = guarded();
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://agentnet/', 'javascript:1']) {
      expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    }
    expect(electron.opened).toEqual(['https://example.org/']);
  });

  it('stays on our page, in every frame and by every way', () => {
    const { electron, go } = guarded();
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(go(event, 'app://agentnet/#/sessions')).toBe(true);
      expect(go(event, 'https://example.org/')).toBe(false);
      expect(go(event, 'file:///etc/passwd')).toBe(false);
      expect(go(event, 'app://evil/')).toBe(false);
    }
    expect(electron.opened).toEqual(['https://example.org/']);
  });

  it('takes no embedded page', () => {
    expect(guarded().go('will-attach-webview', '')).toBe(false);
  });
});
