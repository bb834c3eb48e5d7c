import { contextBridge, ipcRenderer } from 'electron';
import { exposeDesktop } from './expose-desktop.ts';

exposeDesktop({ contextBridge, ipcRenderer }, window);
