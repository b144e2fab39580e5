import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import type { Precision } from '../../api/concerns.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { AreaSelect } from '../../area-select.tsx';
import { squareKept } from '../../map/kept-square.ts';
import { PinMap } from '../../map/pin-map.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { choicesOf, PRECISION_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';

export interface PlaceDraft {
  how: 'map' | 'area' | 'none';
  position: [number, number] | null;
  areaId: number | null;
  precision: Precision;
}

interface PlaceFieldProps {
  place: PlaceDraft;
  onChange: (change: Partial<PlaceDraft>) => void;
  /** Precisions that may be chosen; all when not given. */
  precisions?: readonly Precision[];
}

/** Where it is: a pin, an area by name, or nothing; and how exactly that may be kept. */
export function PlaceField({ place, onChange, precisions }: PlaceFieldProps) {
  const intl = useIntl();
  const { how, areaId } = place;
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        <FormattedMessage id="concern.where" defaultMessage="Where" />
      </legend>
      <RadioGroup
        label={intl.formatMessage({ id: 'concern.where.how', defaultMessage: 'The place is told' })}
        layout="segments"
        choices={[
          { id: 'map', label: intl.formatMessage({ id: 'concern.where.map', defaultMessage: 'On the map' }) },
          {
            id: 'area',
            label: intl.formatMessage({ id: 'concern.where.area', defaultMessage: 'By an area' }),
          },
          {
            id: 'none',
            label: intl.formatMessage({ id: 'concern.where.not', defaultMessage: 'Not at all' }),
          },
        ]}
        value={how}
        onChange={(next) => onChange({ how: next })}
      />
      {how === 'map' ? <OnMap place={place} onChange={onChange} {...(precisions && { precisions })} /> : null}
      {how === 'area' ? (
        <AreaSelect
          value={areaId}
          onChange={(id) => onChange({ areaId: id })}
          hint={intl.formatMessage({
            id: 'concern.where.area.hint',
            defaultMessage: 'A neighbourhood or a district. Nothing finer is kept.',
          })}
        />
      ) : null}
    </fieldset>
  );
}

function OnMap({ place: { position, precision }, onChange, precisions }: PlaceFieldProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const bounds = useWorkspace().data?.bounds;
  const official = useMemo(() => (areas ?? []).filter(({ kind }) => kind !== 'custom'), [areas]);
  const shape = useMemo(() => {
    if (position === null) return null;
    if (precision === 'street' || precision === 'block_cell') return squareKept(position, precision);
    return { type: 'Point' as const, coordinates: position };
  }, [position, precision]);
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({
          id: 'concern.precision',
          defaultMessage: 'How exactly may it be kept? The person chooses.',
        })}
        choices={choicesOf(intl, PRECISION_WORDS).filter(({ id }) => precisions?.includes(id) ?? true)}
        value={precision}
        onChange={(next) => onChange({ precision: next })}
      />
      {bounds ? (
        <div className={styles.map}>
          <PinMap
            label={intl.formatMessage({
              id: 'concern.where.mapLabel',
              defaultMessage: 'Map to mark the place',
            })}
            areas={official}
            bounds={bounds}
            shape={shape}
            onPin={(at) => onChange({ position: at })}
          />
        </div>
      ) : null}
      <p className={styles.quiet}>
        {position === null ? (
          <FormattedMessage
            id="concern.where.click"
            defaultMessage="Click or tap the map where it is. Without a map, tell the place by an area."
          />
        ) : (
          <FormattedMessage
            id="concern.where.kept"
            defaultMessage="{precision, select, exact {The position itself is kept.} street {Only the square of 125 m is kept.} block_cell {Only the square of 250 m is kept.} neighbourhood {Only the name of the neighbourhood is kept.} other {Only the name of the district is kept.}}"
            values={{ precision }}
          />
        )}
      </p>
      {position ? (
        <div>
          <Button size="small" onPress={() => onChange({ position: null })}>
            <FormattedMessage id="concern.where.clear" defaultMessage="Take the mark off" />
          </Button>
        </div>
      ) : null}
    </>
  );
}
