import { toAgentNetError } from '../../core/contract/index.ts';
import type { ElectronApi } from './electron-api.ts';

/** Says in a dialog of the system why the app cannot go on: the window may not be there, or not any more. */
export const showFatalError = (
  { dialog }: Pick<ElectronApi, 'dialog'>,
  title: 'AgentNet cannot start' | 'AgentNet has to close',
  thrown: unknown,
): void => {
  const { message, kept, remedy, where } = toAgentNetError(thrown);
  const place =
    where?.file === undefined
      ? []
      : [`In ${where.file}${where.line === undefined ? '' : `, line ${where.line}`}.`];
  const lines = [message, ...place, ...(kept ? [kept] : []), ...(remedy ? [remedy] : [])];
  dialog.showErrorBox(title, lines.join('\n\n'));
};
