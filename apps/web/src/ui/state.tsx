import { useTranslation } from 'react-i18next';
import styles from './state.module.css';

type Tone = 'quiet' | 'going' | 'waiting' | 'done' | 'wrong';

/** What a state means for whoever reads it. Colour is never alone: each tone has a shape, and the word stands beside it. */
const tones = {
  request: {
    draft: 'quiet',
    awaiting_approval: 'waiting',
    open: 'going',
    closed: 'waiting',
    awarded: 'done',
    unawarded: 'quiet',
    cancelled: 'wrong',
  },
  quote: {
    draft: 'quiet',
    submitted: 'going',
    withdrawn: 'quiet',
    awarded: 'done',
    partly_awarded: 'done',
    declined: 'quiet',
    lapsed: 'quiet',
  },
  award: { draft: 'quiet', awaiting_approval: 'waiting', confirmed: 'done', rejected: 'wrong' },
  order: {
    issued: 'waiting',
    accepted: 'done',
    rejected: 'wrong',
    change_proposed: 'waiting',
    in_production: 'going',
    shipped: 'going',
    received: 'done',
    closed: 'quiet',
    cancelled: 'wrong',
  },
  document: { pending: 'waiting', ready: 'done', failed: 'wrong' },
  certificate: {
    draft: 'quiet',
    submitted: 'waiting',
    in_review: 'going',
    action_required: 'waiting',
    proposed: 'waiting',
    granted: 'done',
    refused: 'wrong',
    suspended: 'wrong',
    withdrawn: 'quiet',
    expired: 'wrong',
  },
  organisation: { applied: 'waiting', admitted: 'done', refused: 'wrong' },
} as const satisfies Record<string, Record<string, Tone>>;

export type StateKind = keyof typeof tones;

const shapes: Record<Tone, React.ReactNode> = {
  quiet: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  going: <path d="M1 8L5 1l4 7z" fill="currentColor" />,
  waiting: <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" />,
  done: <path d="M1 5.5L4 8.5L9 1.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  wrong: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** A state by its word, shape and tone. */
export function State({ kind, state }: { kind: StateKind; state: string }) {
  const { t } = useTranslation('shared');
  const tone = (tones[kind] as Record<string, Tone>)[state] ?? 'quiet';
  return (
    <span className={`${styles.state} ${styles[tone]}`}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
        {shapes[tone]}
      </svg>
      {t(`state_${kind}_${state}` as 'state_request_draft')}
    </span>
  );
}

/** A fact that is no state, in the same dress. */
export function Tag({ tone = 'quiet', children }: { tone?: Tone; children: React.ReactNode }) {
  return <span className={`${styles.state} ${styles[tone]}`}>{children}</span>;
}
