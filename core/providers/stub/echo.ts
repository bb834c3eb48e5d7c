import type { StubPrompt } from './read-prompt.ts';

/** Gives back what it was asked: a task in the form that it wants, anything else as it came. */
export const echoOf = (prompt: StubPrompt): string => {
  if (prompt.task !== 'task') return prompt.lastUserMessage;
  switch (prompt.expects) {
    case 'text':
      return prompt.topic;
    case 'list':
      return linesOf(prompt.topic)
        .map((line) => `- ${line}`)
        .join('\n');
    case 'json':
      return `\`\`\`json\n${JSON.stringify({ task: prompt.topic })}\n\`\`\``;
  }
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
