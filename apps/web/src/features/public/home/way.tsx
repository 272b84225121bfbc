import { useTranslation } from 'react-i18next';
import shell from '../shell/public-shell.module.css';
import styles from './home.module.css';

const threads = [
  ['#2f3e8f', 26],
  ['#b4432f', 68],
  ['#c98a1b', 110],
  ['#2e7d5b', 152],
  ['#7a4a2c', 194],
] as const;
const warp = [470, 506, 542, 578, 614, 650, 686];

/** How one request becomes many orders: one strand is parted, woven, and arrives as one again. */
export function Way() {
  const { t } = useTranslation('public');
  const steps = [
    [t('step1'), t('step1Text')],
    [t('step2'), t('step2Text')],
    [t('step3'), t('step3Text')],
    [t('step4'), t('step4Text')],
  ] as const;
  return (
    <section className={styles.way} aria-labelledby="way">
      <div className={shell.wrap}>
        <h2 id="way" className={styles.sectionTitle}>
          {t('wayTitle')}
        </h2>
        <svg viewBox="0 0 1152 220" aria-hidden className={styles.threads}>
          {warp.map((x) => (
            <path key={x} d={`M${x} 6v208`} className={styles.warp} />
          ))}
          {threads.map(([colour, y], index) => (
            <path
              key={y}
              d={`M0 ${98 + index * 6}H120C300 ${98 + index * 6} 270 ${y} 440 ${y}H716C886 ${y} 856 ${98 + index * 6} 1036 ${98 + index * 6}H1152`}
              stroke={colour}
              className={styles.weft}
            />
          ))}
          {threads.map(([, y], row) =>
            warp.map(
              (x, column) =>
                (row + column) % 2 === 0 && (
                  <path key={`${x} ${y}`} d={`M${x} ${y - 8}v16`} className={styles.warp} />
                ),
            ),
          )}
        </svg>
        <ol className={styles.steps}>
          {steps.map(([title, text], index) => (
            <li key={title} className={styles.step}>
              <span className={styles.stepNumber} aria-hidden suppressHydrationWarning>
                {index + 1}
              </span>
              <h3 className={styles.stepTitle}>{title}</h3>
              <p className={styles.stepText}>{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
