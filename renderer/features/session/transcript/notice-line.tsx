import {
  Ban,
  CirclePause,
  CirclePlay,
  CirclePlus,
  CircleStop,
  Ear,
  type LucideIcon,
  MessageSquare,
  Repeat,
  RotateCw,
  Route,
  SkipForward,
  Snowflake,
  Timer,
  TrendingDown,
  TriangleAlert,
} from 'lucide-react';
import type { Notice } from '../../../../core/contract/index.ts';
import { Chip, classNames, exactMoment, RelativeTime } from '../../../ui/index.ts';
import styles from './transcript.module.css';

const icons: Record<Notice['kind'], LucideIcon> = {
  interjection: MessageSquare,
  pause: CirclePause,
  resume: CirclePlay,
  stop: CircleStop,
  skip: SkipForward,
  extend: CirclePlus,
  fallback: Route,
  downgrade: TrendingDown,
  retry: RotateCw,
  cooldown: Snowflake,
  repeat: Repeat,
  limit: Ban,
  failure: TriangleAlert,
  interrupted: TriangleAlert,
  deadline: Timer,
};

/** What happened between turns: a person spoke, the run was steered, a model failed. */
export const NoticeLine = ({ notice }: { readonly notice: Notice }) => {
  const Icon = icons[notice.kind];
  if (notice.kind === 'interjection') return <Interjection notice={notice} />;
  return (
    <p className={styles.notice}>
      <span className={styles.noticeIcon}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <span className={styles.noticeText}>
        {notice.text}
        <span className={styles.noticeTime} title={exactMoment(notice.at)}>
          <RelativeTime at={notice.at} />
        </span>
      </span>
    </p>
  );
};

const Interjection = ({ notice }: { readonly notice: Notice }) => (
  <div className={styles.notice}>
    <span className={styles.noticeIcon} />
    <div className={classNames(styles.interjection, styles.noticeText, notice.whisper && styles.whisper)}>
      <p className={styles.interjectionHead}>
        {notice.whisper ? (
          <Ear size={13} aria-hidden="true" />
        ) : (
          <MessageSquare size={13} aria-hidden="true" />
        )}
        {notice.from === 'moderator' ? 'Moderator (you)' : 'You'}, to {notice.agent ?? 'everyone'}
        {notice.whisper && <Chip tone="warn">whisper, heard by {notice.agent} only</Chip>}
        <span className={styles.noticeTime}>
          <RelativeTime at={notice.at} />
        </span>
      </p>
      <p className={styles.interjectionText}>{notice.text}</p>
    </div>
  </div>
);
