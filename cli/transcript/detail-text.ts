import type { SessionDetail } from '../../core/contract/index.ts';
import { plainText } from '../plain-text.ts';
import { turnFigures, turnHeading } from './event-text.ts';
import { countText, plural, usdText } from './figures.ts';
import type { Paint } from './paint.ts';

/** A stored session as text: its finished turns, what was left unfinished, its outcome. */
export const detailText = (detail: SessionDetail, paint: Paint): string => {
  const { totals } = detail;
  const lines = [
    `${paint.strong(plainText(detail.name))} ${paint.faint(`· ${detail.mode} · session ${detail.id}`)}`,
    plainText(detail.topic_start),
    paint.faint(detail.participants.join(', ')),
  ];
  let round = -1;
  for (const turn of detail.turns) {
    if (turn.node === undefined && turn.round !== round)
      lines.push('', paint.strong(`── Round ${turn.round} `.padEnd(72, '─')));
    round = turn.round;
    lines.push('', turnHeading(turn, paint), plainText(turn.output.content), turnFigures(turn, paint));
  }
  for (const turn of detail.incomplete) {
    lines.push(
      '',
      turnHeading(turn, paint),
      plainText(turn.text),
      paint.warn(plainText(`  incomplete: ${turn.reason}`)),
    );
  }
  lines.push(
    '',
    `${paint.strong(detail.outcome ?? detail.status)}${plainText(detail.reason ? ` · ${detail.reason}` : '')}`,
  );
  const rounds = detail.rounds_executed === 0 ? '' : `${plural(detail.rounds_executed, 'round')} · `;
  if (detail.topic_final !== null) lines.push('', plainText(detail.topic_final));
  lines.push(
    '',
    paint.faint(
      `${rounds}${plural(totals.calls, 'call')}` +
        ` · ${countText(totals.tokens.input)} in, ${countText(totals.tokens.output)} out · ${usdText(totals.usd)}`,
    ),
    paint.faint(`digest ${detail.digest}`),
    '',
  );
  return lines.join('\n');
};
