import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme, rememberedTheme } from './apply-theme.tsx';
import { connect } from './connect.tsx';

/** Draws the page into `#root`; called once. */
export const startApp = (): void => {
  applyTheme(rememberedTheme());
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const page = createRoot(root);
  void connect().then((connection) => page.render(<App connection={connection} />));
};
