import type { StreamPart } from './chat-model.ts';
import type { AnswerRedaction } from './http/index.ts';

/** The same parts without the keys that a server repeats in its answer, in order. */
export interface PartRedactor {
  readonly take: (parts: readonly StreamPart[]) => readonly StreamPart[];
  /** What was held of texts, when the answer ends without a finish. */
  readonly rest: () => readonly StreamPart[];
}

/** Text and reasoning are each one text that comes in pieces; what is held of them goes before whatever follows. */
export const redactParts = ({ redact, stream }: AnswerRedaction): PartRedactor => {
  const texts = { 'text-delta': stream(), 'reasoning-delta': stream() };
  const rest = (): readonly StreamPart[] =>
    (['reasoning-delta', 'text-delta'] as const).flatMap((kind) => {
      const text = texts[kind].rest();
      return text === '' ? [] : [{ kind, text }];
    });

  const redacted = (part: StreamPart): readonly StreamPart[] => {
    switch (part.kind) {
      case 'text-delta':
      case 'reasoning-delta': {
        const text = texts[part.kind].take(part.text);
        return text === '' ? [] : text === part.text ? [part] : [{ kind: part.kind, text }];
      }
      case 'tool-call': {
        const { id, name, arguments: given, complete } = part.call;
        const call = { id: redact(id), name: redact(name), arguments: redact(given), complete };
        return [...rest(), { kind: 'tool-call', call }];
      }
      case 'finish': {
        const { finishReason, model, requestId, warnings } = part;
        const { raw } = finishReason;
        return [
          ...rest(),
          {
            ...part,
            finishReason: { ...finishReason, raw: raw === null ? null : redact(raw) },
            model: redact(model),
            requestId: requestId === null ? null : redact(requestId),
            warnings: warnings.map(({ code, message }) => ({ code, message: redact(message) })),
          },
        ];
      }
    }
  };
  return {
    take: (parts) => {
      const [only] = parts;
      if (parts.length === 1 && only) return redacted(only);
      return parts.flatMap(redacted);
    },
    rest,
  };
};
