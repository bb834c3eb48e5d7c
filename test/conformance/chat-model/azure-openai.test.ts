import { describeRecordedProvider } from './recorded-provider.ts';

describeRecordedProvider('azure-openai');
