import { expect, it } from 'vitest';
import { menuTemplate } from '../../../../electron/main/menu.ts';

it('has what a system’s users expect, and developer tools only for developers', () => {
  const roles = (facts: Parameters<typeof menuTemplate>[0]) => JSON.stringify(menuTemplate(facts));
  expect(roles({ mac: true, packaged: true })).toContain('appMenu');
  expect(roles({ mac: false, packaged: true })).not.toContain('appMenu');
  expect(roles({ mac: false, packaged: true })).not.toContain('toggleDevTools');
  expect(roles({ mac: false, packaged: false })).toContain('toggleDevTools');
  expect(roles({ mac: false, packaged: true })).toContain('editMenu');
});
