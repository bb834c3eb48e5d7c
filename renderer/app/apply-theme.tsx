import { useEffect } from 'react';
import type { Settings } from '../../core/contract/index.ts';
import { recall, remember } from '../ui/index.ts';

type Theme = Settings['theme'];

const asTheme = (stored: unknown): Theme | undefined =>
  stored === 'dark' || stored === 'light' || stored === 'system' ? stored : undefined;

/** The theme of the last visit: the settings come later than the first picture. */
export const rememberedTheme = (): Theme => recall('theme', asTheme) ?? 'system';

const lightSystem = () => window.matchMedia('(prefers-color-scheme: light)');

export const applyTheme = (theme: Theme): void => {
  const light = theme === 'light' || (theme === 'system' && lightSystem().matches);
  document.documentElement.dataset['theme'] = light ? 'light' : 'dark';
};

/** Follows the settings, and the system where the settings leave it to that. */
export const useTheme = (theme: Theme | undefined): void => {
  useEffect(() => {
    if (theme === undefined) return;
    applyTheme(theme);
    remember('theme', theme);
    if (theme !== 'system') return;
    const system = lightSystem();
    const follow = () => applyTheme('system');
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme]);
};
