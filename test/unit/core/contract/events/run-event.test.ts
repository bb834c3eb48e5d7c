import { describe, expect, it } from 'vitest';
import {
  type EventDraft,
  type EventType,
  eventCatalog,
  eventOrigin,
  runEventEnvelope,
} from '../../../../../core/contract/events/run-event.ts';
import {
  callFailed,
  callStarted,
  cost,
  created,
  ended,
  logOf,
  round,
  turnEnded,
  turnStarted,
} from '../../projections/session-log.ts';

const types = Object.keys(eventCatalog) as EventType[];

describe('eventCatalog', () => {
  it.each(types)('%s has a noun-past name, a version and a schema', (type) => {
    expect(type).toMatch(/^[a-z]+(-[a-z]+)+$/);
    const { version, data } = eventCatalog[type];
    expect(Number.isInteger(version) && version >= 1).toBe(true);
    expect(data.safeParse(undefined).success).toBe(false);
  });

  it('has keys in snake_case only, on every level, so that the wire is one language', () => {
    const bad: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      const definition = (schema as { def?: Record<string, unknown> } | undefined)?.def;
      if (!definition) return;
      for (const [name, member] of Object.entries((definition['shape'] as object | undefined) ?? {})) {
        if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) bad.push(`${path}.${name}`);
        walk(member, `${path}.${name}`);
      }
      for (const part of ['innerType', 'element', 'valueType', 'in', 'out']) walk(definition[part], path);
      for (const option of (definition['options'] as unknown[] | undefined) ?? []) walk(option, path);
    };
    for (const type of types) walk(eventCatalog[type].data, type);
    expect(bad).toEqual([]);
  });

  it('takes what a session writes', () => {
    const drafts: readonly EventDraft[] = [
      created(),
      round(1),
      turnStarted(1, 0),
      callStarted(1, 0),
      callFailed(1, 0, 'Down.'),
      cost(1, 0, null),
      turnEnded(1, 0),
      ended(),
    ];
    for (const event of logOf(drafts)) {
      expect(eventCatalog[event.type].data.parse(event.data)).toEqual(event.data);
      expect(runEventEnvelope.parse(event)).toEqual(event);
    }
  });
});

describe('eventOrigin', () => {
  it('says of every event whether a replay is fed with it or makes it', () => {
    expect(Object.keys(eventOrigin).sort()).toEqual([...types].sort());
  });

  it('takes answers, human acts and the clock for inputs, and what follows from them for derived', () => {
    for (const type of [
      'session-created',
      'call-ended',
      'pause-requested',
      'interjection-recorded',
      'deadline-passed',
    ] as const) {
      expect(eventOrigin[type]).toBe('input');
    }
    for (const type of [
      'turn-started',
      'call-started',
      'turn-ended',
      'cost-recorded',
      'session-ended',
    ] as const) {
      expect(eventOrigin[type]).toBe('derived');
    }
  });
});

describe('runEventEnvelope', () => {
  const event = { seq: 1, session_id: 's', type: 'x', version: 1, at: 5, data: {}, prev: '', hash: '' };

  it.each([{ seq: 0 }, { seq: 1.5 }, { version: 0 }, { at: 5.5 }, { hash: 7 }])('refuses %j', (change) => {
    expect(runEventEnvelope.safeParse({ ...event, ...change }).success).toBe(false);
  });

  it('takes events of a type it does not know, as a newer peer may send them', () => {
    expect(runEventEnvelope.safeParse({ ...event, type: 'future-thing' }).success).toBe(true);
  });
});
