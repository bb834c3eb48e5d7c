import type { ChatMessage } from '../../contract/index.ts';

export interface AnthropicMessages {
  readonly system: string | undefined;
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
}

/**
 * The system text goes apart, neighbours of one role are put together, and empty messages, which the API
 * refuses, are left out. A conversation of nothing but a system text becomes the user's message: the API
 * wants at least one.
 */
export const convertMessages = (messages: readonly ChatMessage[]): AnthropicMessages => {
  const spoken = messages.filter(({ content }) => content.trim() !== '');
  const system = spoken
    .filter(({ role }) => role === 'system')
    .map(({ content }) => content)
    .join('\n\n');
  const turns: { role: 'user' | 'assistant'; content: string }[] = [];
  for (const { role, content } of spoken) {
    if (role === 'system') continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content += `\n\n${content}`;
    else turns.push({ role, content });
  }
  if (turns.length === 0) return { system: undefined, messages: [{ role: 'user', content: system }] };
  return { system: system === '' ? undefined : system, messages: turns };
};
