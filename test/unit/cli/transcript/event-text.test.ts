import { describe, expect, it } from 'vitest';
import { eventText, opensParagraph, turnFigures } from '../../../../cli/transcript/event-text.ts';
import { createPaint } from '../../../../cli/transcript/paint.ts';
import type { EventData } from '../../../../core/contract/index.ts';
import { stored, turnEnded, turnStarted } from './events.ts';

const paint = createPaint(false);
const text = (event: ReturnType<typeof stored>) => eventText(event, paint);

describe('eventText', () => {
  it('passes over what readers need not see', () => {
    expect(text(turnStarted('t1'))).toBeUndefined();
  });

  it('tells of an attempt that is made again', () => {
    const data = {
      call_id: '1.1',
      task_id: 't1',
      attempt: 1,
      model: 'lab/a',
      error: { code: 'provider/server', message: 'It is down.', retryable: true },
      wait_ms: 400,
    };
    expect(text(stored('call-retried', data))).toBe('  It is down. · asked again in 400 ms');
  });

  it('shows a turn with its figures', () => {
    expect(text(turnEnded('t1', 'Words.'))).toBe(
      'Athena · position\nWords.\n  confidence 0.50 · 1,200 in, – out · $0 · 900 ms · stub/debater (stub) · 2 attempts',
    );
    const cut = { ...(turnEnded('t1', 'x').data as EventData<'turn-ended'>), truncated: true, attempts: 1 };
    expect(turnFigures(cut, paint)).toMatch(/cut at the output limit$/);
  });

  it('says how a session went on and how it ended', () => {
    expect(text(stored('session-resumed', { reason: 'crash', lost_calls: ['1.1'], incomplete: [] }))).toBe(
      'Resumed (crash); 1 call without a known answer repeated.',
    );
    expect(
      text(
        stored('session-ended', {
          session_id: 'x',
          outcome: 'converged',
          reason: 'They agree.',
          exit_code: 0,
          converged: true,
          rounds_executed: 1,
          topic_start: 'A',
          topic_final: 'B',
          decision: null,
          stub: true,
          totals: { usd: null, tokens: { input: 5, output: 6 }, calls: 3, repeated_calls: 1 },
        }),
      ),
    ).toBe(
      'Ended: converged · They agree.\n\nB\n\n1 round · 3 calls, 1 repeated · 5 in, 6 out · – · offline stub, not a language model',
    );
  });

  it('shows votes and convergence with their reasons', () => {
    const measured = {
      round: 1,
      method: 'lexical',
      value: null,
      threshold: 0.82,
      met: false,
      why: 'Too early.',
      evidence: {},
    };
    expect(text(stored('convergence-measured', measured as EventData<'convergence-measured'>))).toBe(
      '  convergence, lexical: – of 0.82, not yet. Too early.',
    );
    const tallied = { counts: { A: 2, B: 1 }, why: 'A has most.' } as unknown as EventData<'vote-tallied'>;
    expect(text(stored('vote-tallied', tallied))).toBe('  vote A 2, B 1. A has most.');
  });

  it('lets no text steer the terminal', () => {
    const hostile = stored('interjection-recorded', {
      from: 'user',
      to: 'all',
      text: '\u001b]0;x\u0007hi',
      whisper: false,
    });
    expect(text(hostile)).toBe('user to all: ]0;xhi');
  });

  it('opens a paragraph for what is read on its own', () => {
    expect(opensParagraph('turn-ended')).toBe(true);
    expect(opensParagraph('convergence-measured')).toBe(false);
  });
});
