import { describeRecordedProvider } from './recorded-provider.ts';

describeRecordedProvider('openai-compatible');
