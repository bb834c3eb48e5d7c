import { describeRecordedProvider } from './recorded-provider.ts';

describeRecordedProvider('huggingface');
