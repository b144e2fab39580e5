import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import type { GuestMap } from './ask.ts';
import styles from './join.module.css';
import { type Position, PRECISIONS, type Precision } from './place.ts';
import { PRECISION_WORDS } from './words.ts';

/** The map comes only when somebody wants to show a place. */
const PinMap = lazy(() =>
  import('../map/phone-pin-map.tsx').then(({ PhonePinMap }) => ({ default: PhonePinMap })),
);

interface PlaceFieldProps {
  /** Null: it has not come yet. */
  readonly ground: GuestMap | null;
  readonly isWanted: boolean;
  readonly position: Position | null;
  readonly isOutside: boolean;
  readonly precision: Precision;
  readonly onWant: (isWanted: boolean) => void;
  readonly onPin: (position: Position) => void;
  readonly onPrecision: (precision: Precision) => void;
}

/** Where it is, as exactly as somebody wants, or nowhere. */
export function PlaceField(props: PlaceFieldProps) {
  const { ground, isWanted, position, isOutside, precision, onWant, onPin, onPrecision } = props;
  if (!isWanted || ground === null)
    return (
      <>
        <button
          type="button"
          className={styles.secondary}
          onClick={() => onWant(true)}
          disabled={ground === null}
        >
          <FormattedMessage id="join.pin.show" defaultMessage="Show the place on a map" />
        </button>
        {ground === null && (
          <p className={styles.quiet}>
            <FormattedMessage
              id="join.pin.noMap"
              defaultMessage="The map is not here yet. Your words can be sent without it."
            />
          </p>
        )}
      </>
    );
  return (
    <>
      <p id="join-pin">
        <FormattedMessage id="join.pin.how" defaultMessage="Tap the map where it is." />
      </p>
      <Suspense fallback={<div className={styles.map} />}>
        <PinMap ground={ground} position={position} onPin={onPin} className={styles.map ?? ''} />
      </Suspense>
      {isOutside && (
        <div role="alert" className={styles.warning}>
          <p>
            <FormattedMessage
              id="join.pin.outside"
              defaultMessage="This pin lies outside {area}, which this meeting is about. Move it inside, or send it without a place."
              values={{ area: <bdi>{ground.name}</bdi> }}
            />
          </p>
          <button type="button" className={styles.plain} onClick={() => onWant(false)}>
            <FormattedMessage
              id="join.pin.elsewhere"
              defaultMessage="It is somewhere else: send it without a place"
            />
          </button>
        </div>
      )}
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage
            id="join.precision"
            defaultMessage="How exactly may it be kept? Nothing finer is stored."
          />
        </legend>
        {PRECISIONS.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="precision"
              checked={one === precision}
              onChange={() => onPrecision(one)}
            />
            <span>
              <FormattedMessage {...PRECISION_WORDS[one]} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="button" className={styles.plain} onClick={() => onWant(false)}>
        <FormattedMessage id="join.pin.none" defaultMessage="Leave the place out" />
      </button>
    </>
  );
}
