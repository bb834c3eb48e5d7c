/**
 * @typedef {'layers' | 'mirror' | 'lint' | 'unused' | 'rules' | 'types'} Checker
 *
 * @typedef {object} Plant
 * @property {string} what the violation, in words
 * @property {Checker} caughtBy the check that must find it
 * @property {string} expect what the check's report must contain, beside the name of the first file
 * @property {Readonly<Record<string, string>>} files path to content; the first one is the culprit
 */

/**
 * Violations that the self-test plants in a project of its own. A check that misses one of them has gone
 * blind, whatever it says about the project itself.
 * @type {readonly Plant[]}
 */
export const plants = [
  {
    what: 'a layer violation',
    caughtBy: 'layers',
    expect: '[layer:core/contract]',
    files: {
      'core/contract/planted-upward-import.ts':
        "import type { Planted } from '../app/planted-target.ts';\nexport const planted: Planted = 1;\n",
      'core/app/planted-target.ts': 'export type Planted = number;\n',
    },
  },
  {
    what: 'an import past the door of a room',
    caughtBy: 'layers',
    expect: '[door:core/contract]',
    files: {
      'core/app/planted-past-the-door.ts':
        "import { planted } from '../contract/planted-inside.ts';\nexport const taken = planted;\n",
      'core/contract/planted-inside.ts': 'export const planted = 1;\n',
    },
  },
  {
    what: 'an import of electron in core/',
    caughtBy: 'layers',
    expect: '[packages:core/storage]',
    files: {
      'core/storage/planted-electron.ts': "import { app } from 'electron';\nexport const planted = app;\n",
    },
  },
  {
    what: 'a builtin of Node in a room that runs anywhere',
    caughtBy: 'layers',
    expect: '[no-node-builtins]',
    files: {
      'core/contract/planted-builtin.ts':
        "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
    },
  },
  {
    what: 'an unused export',
    caughtBy: 'unused',
    expect: 'plantedAndNeverUsed',
    files: {
      'core/effects/planted-export.ts':
        'export const plantedAndUsed = 1;\nexport const plantedAndNeverUsed = 2;\n',
      'core/effects/planted.worker.ts':
        "import { plantedAndUsed } from './planted-export.ts';\npostMessage(plantedAndUsed);\n",
    },
  },
  {
    what: 'a wrong type',
    caughtBy: 'types',
    expect: 'TS2322',
    files: { 'core/effects/planted-type.ts': "export const planted: number = 'one';\n" },
  },
  {
    what: 'a source file without its test',
    caughtBy: 'mirror',
    expect: 'has no test',
    files: { 'core/effects/planted-untested.ts': 'export const planted = () => 1;\n' },
  },
  {
    what: 'a test without its source file',
    caughtBy: 'mirror',
    expect: 'which is not there',
    files: { 'test/unit/core/effects/planted-gone.test.ts': 'export {};\n' },
  },
  {
    what: 'Date.now in core/',
    caughtBy: 'lint',
    expect: 'clock.now',
    files: { 'core/contract/planted-clock.ts': 'export const planted = () => Date.now();\n' },
  },
  {
    what: 'the environment read in core/',
    caughtBy: 'lint',
    expect: 'read the environment',
    files: { 'core/storage/planted-environment.ts': 'export const planted = process.env.HOME;\n' },
  },
  {
    what: 'a default export',
    caughtBy: 'lint',
    expect: 'noDefaultExport',
    files: { 'core/effects/planted-default.ts': 'export default 1;\n' },
  },
  {
    what: 'a file over the limit',
    caughtBy: 'rules',
    expect: 'is the limit',
    files: { 'core/effects/planted-long.ts': 'export {};\n'.repeat(401) },
  },
];
