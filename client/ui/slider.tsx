import {
  type SliderProps as AriaProps,
  Slider as AriaSlider,
  Label,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './slider.module.css';

export interface SliderProps extends Omit<AriaProps<number>, 'className' | 'style' | 'children'> {
  label: string;
  /** The label is said to screen readers only, and the value is not written out. */
  compact?: boolean;
}

export function Slider({ label, compact, ...rest }: SliderProps) {
  return (
    <AriaSlider {...rest} aria-label={compact ? label : undefined} className={fieldStyles.field}>
      {compact ? null : (
        <div className={styles.head}>
          <Label className={fieldStyles.label}>{label}</Label>
          <SliderOutput className={classNames(fieldStyles.hint, styles.output)} />
        </div>
      )}
      <SliderTrack className={styles.track}>
        {({ state }) => (
          <>
            <span className={styles.rail} />
            <span className={styles.fill} style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
