import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PRECISION_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';
import { type PlaceDraft, PlaceField } from './place-field.tsx';

/** What a row begins with: an area to be chosen, and none chosen. */
export const NO_PLACE: PlaceDraft = { how: 'area', position: null, areaId: null, precision: 'street' };

interface PlaceCellProps {
  row: { place: PlaceDraft };
  number: number;
  isDisabled: boolean;
  onChange: (place: PlaceDraft) => void;
  onMark: () => void;
}

/** An area by its name, which is fastest, or a mark on the map. */
export function PlaceCell({ row: { place }, number, isDisabled, onChange, onMark }: PlaceCellProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const official = (areas ?? []).filter(({ kind }) => kind !== 'custom');
  const isMarked = place.how === 'map' && place.position !== null;
  return (
    <div className={styles.placeCell}>
      <select
        aria-label={intl.formatMessage(
          { id: 'concerns.paper.field', defaultMessage: '{field}, row {number}' },
          { field: intl.formatMessage({ id: 'concerns.area', defaultMessage: 'Area' }), number, id: 'area' },
        )}
        value={isMarked ? MARKED : (place.areaId ?? '')}
        disabled={isDisabled}
        onChange={({ target: { value } }) =>
          value === MARKED || onChange({ ...NO_PLACE, areaId: Number(value) || null })
        }
      >
        {isMarked ? (
          <option value={MARKED}>{intl.formatMessage(PRECISION_WORDS[place.precision])}</option>
        ) : null}
        <option value="">
          {intl.formatMessage({ id: 'concern.category.none', defaultMessage: 'Not said' })}
        </option>
        {official.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <IconButton
        label={intl.formatMessage(
          { id: 'concerns.paper.mark', defaultMessage: 'Mark the place of row {number} on the map' },
          { number },
        )}
        icon={<MapPin aria-hidden size={18} />}
        selected={isMarked}
        isDisabled={isDisabled}
        onPress={onMark}
      />
    </div>
  );
}

const MARKED = 'map';

interface PlaceDialogProps {
  place: PlaceDraft;
  number: number;
  onClose: () => void;
  onChange: (place: PlaceDraft) => void;
}

/** The place of one row on the map, as exactly as the person wants it kept. */
export function PlaceDialog({ place, number, onClose, onChange }: PlaceDialogProps) {
  const intl = useIntl();
  const [draft, setDraft] = useState<PlaceDraft>({ ...place, how: 'map' });
  const isTold = draft.how === 'none' || (draft.how === 'map' ? draft.position : draft.areaId) !== null;
  return (
    <Dialog
      title={intl.formatMessage(
        { id: 'concerns.paper.place', defaultMessage: 'Where it is, row {number}' },
        { number },
      )}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            kind="primary"
            isDisabled={!isTold}
            onPress={() => {
              onChange(draft.how === 'none' ? NO_PLACE : draft);
              onClose();
            }}
          >
            <FormattedMessage id="concerns.paper.place.keep" defaultMessage="Use this place" />
          </Button>
        </>
      }
    >
      <PlaceField place={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </Dialog>
  );
}
