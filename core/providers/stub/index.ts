export { openStubModel, stubCapabilities } from './open-stub-model.ts';
export { isStubModelName, STUB_NOTE, type StubModelName, stubModelNames } from './stub-models.ts';
export {
  defaultStubSettings,
  type StubConfiguration,
  type StubSettings,
  stubConfiguration,
  toStubSettings,
} from './stub-settings.ts';
