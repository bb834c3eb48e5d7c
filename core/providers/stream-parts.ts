import { cutAnswer, noStream } from './answer-errors.ts';
import type { StreamPart } from './chat-model.ts';
import type { Wire } from './http/index.ts';
import { requestId } from './request-id.ts';
import type { StreamReader } from './stream-reader.ts';

/**
 * The parts of a stream in their order: deltas as they come, then the tool calls, then the finish.
 * A stream that ends early gives the tool calls it has begun, marked as incomplete where they are, and
 * then throws; one that breaks off after the API has called it whole is whole.
 */
export async function* streamParts<Event>(
  events: AsyncIterable<Event>,
  reader: StreamReader<Event>,
  wire: Wire,
): AsyncGenerator<StreamPart> {
  let eventCount = 0;
  try {
    for await (const event of events) {
      eventCount += 1;
      yield* reader.read(event);
      if (reader.isComplete()) wire.expectEnd();
    }
  } catch (thrown) {
    const brokeOff = wire.failure()?.code;
    const isWhole = reader.isComplete() && (brokeOff === 'provider/cut' || brokeOff === 'provider/timeout');
    if (!isWhole) {
      yield* reader.toolCalls('cut');
      throw thrown;
    }
  }
  // An SDK ends its loop in silence when the call was aborted.
  const broken = wire.failure();
  if (broken && !reader.isComplete()) {
    yield* reader.toolCalls('cut');
    throw broken;
  }
  // A loop that ended before the body did has seen the closing mark of the protocol.
  if (!reader.isComplete() && wire.bodyEnded()) {
    yield* reader.toolCalls('cut');
    throw eventCount === 0 ? noStream(wire) : cutAnswer(wire);
  }
  yield* reader.toolCalls();
  yield reader.finish(requestId(wire));
}
