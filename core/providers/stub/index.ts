export { openStubModel, stubCapabilities } from './open-stub-model.ts';
export { isStubModelName, stubModelNames } from './stub-models.ts';
export {
  defaultStubSettings,
  type StubSettings,
  stubConfiguration,
  toStubSettings,
} from './stub-settings.ts';
