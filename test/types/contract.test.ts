import { describe, expectTypeOf, it } from 'vitest';
import type {
  CoreApi,
  DraftOf,
  ErrorCode,
  EventData,
  EventDraft,
  EventType,
  RunEvent,
  RunEventOf,
  SessionDetail,
  SessionId,
  SessionSpecification,
  SessionSpecificationInput,
  TaskId,
  Turn,
  WatchMessage,
} from '../../core/contract/index.ts';
import { AgentNetError } from '../../core/contract/index.ts';

describe('types of the contract', () => {
  it('knows the data of an event from its type', () => {
    expectTypeOf<EventData<'turn-ended'>>().toEqualTypeOf<Turn>();
    expectTypeOf<RunEventOf<'turn-ended'>['data']>().toEqualTypeOf<Turn>();
    expectTypeOf<DraftOf<'session-paused'>['data']>().toEqualTypeOf<{
      reason: 'user' | 'step' | 'breakpoint';
      node?: string | undefined;
    }>();
    expectTypeOf<EventDraft['type']>().toEqualTypeOf<EventType>();
    expectTypeOf<RunEvent['type']>().toEqualTypeOf<EventType>();
    const dataOf = (event: RunEvent) => (event.type === 'turn-ended' ? event.data : undefined);
    expectTypeOf(dataOf).returns.toEqualTypeOf<Turn | undefined>();
  });

  it('does not take one id for another, nor any text for an id', () => {
    expectTypeOf<string>().not.toExtend<SessionId>();
    expectTypeOf<TaskId>().not.toExtend<SessionId>();
    expectTypeOf<SessionId>().toExtend<string>();
  });

  it('does not take a closed word for an open one', () => {
    expectTypeOf<string>().not.toExtend<ErrorCode>();
    // @ts-expect-error a code that is not in the list
    new AgentNetError('input/whatever', 'x');
  });

  it('tells what a user writes from what a run reads', () => {
    expectTypeOf<SessionSpecificationInput['seed']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<SessionSpecification['seed']>().toEqualTypeOf<number>();
  });

  it('calls procedures by name, with typed input and output', () => {
    expectTypeOf<CoreApi['sessions.get']>().parameter(0).toEqualTypeOf<{ id: string }>();
    expectTypeOf<CoreApi['sessions.get']>().returns.toEqualTypeOf<Promise<SessionDetail>>();
    expectTypeOf<CoreApi['sessions.watch']>().returns.toExtend<
      AsyncIterable<{ kind: WatchMessage['kind'] }>
    >();
    expectTypeOf<Parameters<CoreApi['sessions.get']>[1]>().toEqualTypeOf<
      { readonly signal?: AbortSignal } | undefined
    >();
    // @ts-expect-error a procedure that is not in the catalog
    expectTypeOf<CoreApi['sessions.explode']>();
  });
});
