import { useIntl } from 'react-intl';
import type { Stage } from '../../api/records.ts';
import styles from './problems.module.css';
import { STAGE_WORDS, STAGES } from './stages.ts';

/** The stage as a word and as filled steps: told apart without colour. */
export function StageMark({ stage }: { stage: Stage }) {
  const intl = useIntl();
  const here = STAGES.indexOf(stage);
  return (
    <span className={styles.stage}>
      <svg aria-hidden="true" viewBox="0 0 40 8" width={40} height={8}>
        {STAGES.map((name, i) => (
          <rect
            key={name}
            x={i * 8 + 0.5}
            y={0.5}
            width={6}
            height={7}
            rx={1}
            className={i <= here ? styles.stepDone : styles.step}
          />
        ))}
      </svg>
      {intl.formatMessage(STAGE_WORDS[stage])}
    </span>
  );
}
