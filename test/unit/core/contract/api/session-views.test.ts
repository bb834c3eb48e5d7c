import { describe, expect, it } from 'vitest';
import {
  replayReport,
  sessionDetail,
  sessionStatus,
  sessionSummary,
  turnHit,
  verification,
} from '../../../../../core/contract/api/session-views.ts';

describe('session views', () => {
  it('shows what the design promises of a session', () => {
    for (const key of [
      'id',
      'name',
      'mode',
      'status',
      'outcome',
      'converged',
      'rounds_executed',
      'topic_start',
      'topic_final',
      'participants',
      'turns',
      'incomplete',
      'totals',
      'digest',
    ]) {
      expect(Object.keys(sessionDetail.shape)).toContain(key);
    }
  });

  it('has five states of a session, ended among them', () => {
    expect(sessionStatus.options).toEqual(['running', 'pausing', 'paused', 'interrupted', 'ended']);
    expect(sessionSummary.shape.status).toBe(sessionStatus);
  });

  it('names the first thing that is wrong, or nothing', () => {
    const report = {
      session_id: 's',
      ok: true,
      events: 3,
      first_problem: null,
      projections_equal: true,
      projection_problem: null,
    };
    expect(verification.parse(report)).toEqual(report);
    expect(verification.safeParse({ ...report, first_problem: { seq: 2 } }).success).toBe(false);
    const replay = { session_id: 's', equal: true, events: 3, calls: 0, first_difference: null };
    expect(replayReport.parse(replay)).toEqual(replay);
    expect(replayReport.safeParse({ ...replay, first_difference: { seq: 2 } }).success).toBe(false);
  });

  it('finds a turn by its place', () => {
    expect(turnHit.safeParse({ session_id: 's', snippet: 'x' }).success).toBe(false);
  });
});
