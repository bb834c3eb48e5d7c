/** Runs a stub in a process of its own and prints which packages of the model APIs were loaded by it. */
import { registerHooks } from 'node:module';

const loaded: string[] = [];
registerHooks({
  load: (url, context, nextLoad) => {
    const name = /node_modules\/((@anthropic-ai\/sdk)|openai|ollama|undici)\//.exec(url)?.[1];
    if (name !== undefined && !loaded.includes(name)) loaded.push(name);
    return nextLoad(url, context);
  },
});
const { openModel } = await import('../../../../core/providers/index.ts');
const { realEffects } = await import('../../../../core/effects/index.ts');
const { freshSettings } = await import('./provider-test-settings.ts');

const model = await openModel('stub/echo', freshSettings, realEffects);
const request = { messages: [{ role: 'user', content: 'Hello' }], maxOutputTokens: 50 } as const;
const answer = await model.complete(request, new AbortController().signal);
process.stdout.write(JSON.stringify({ answered: answer.text !== '', packages: loaded }));
