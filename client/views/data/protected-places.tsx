import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import {
  type ProtectedAsset,
  useNeverMappedKinds,
  useProtectedAssets,
  useRemoveProtectedAsset,
} from '../../api/protected-assets.ts';
import { useMay } from '../../api/session.ts';
import { useAssetKindText } from '../../asset-kinds.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './data.module.css';
import { NeverMappedKinds } from './never-mapped-kinds.tsx';
import { ProtectedPlaceDialog } from './protected-place-dialog.tsx';

/** Places that protect people: words only, no map. */
export function ProtectedPlaces() {
  const mayRead = useMay('protected-asset.read');
  const { data: places, error } = useProtectedAssets();
  const kinds = useNeverMappedKinds();
  const [edited, setEdited] = useState<ProtectedAsset | 'new' | null>(null);
  return (
    <div className={styles.block}>
      <p className={styles.quiet}>
        <FormattedMessage
          id="places.text"
          defaultMessage="Shelters, safe houses and the like could become targets. They are never on a map, and no position of them is taken: what is kept is a name, a whole district and how to reach them, in words."
        />
      </p>
      <ErrorNotice error={error ?? kinds.error} />
      <div className={styles.buttons}>
        <Button kind="primary" onPress={() => setEdited('new')}>
          <Plus aria-hidden size={18} />
          <FormattedMessage id="places.add" defaultMessage="Add a protected place" />
        </Button>
      </div>
      {mayRead ? (
        <List places={places} onEdit={setEdited} />
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="places.notListed"
            defaultMessage="The list is for data guardians and administrators. Ask them when somebody has to be brought there."
          />
        </p>
      )}
      <IfMay action="protection.change">
        <NeverMappedKinds kinds={kinds.data ?? []} />
      </IfMay>
      {edited ? (
        <ProtectedPlaceDialog
          place={edited === 'new' ? null : edited}
          kinds={kinds.data ?? []}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  );
}

interface ListProps {
  places: readonly ProtectedAsset[] | undefined;
  onEdit: (place: ProtectedAsset) => void;
}

function List({ places, onEdit }: ListProps) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const { data: areas } = useAreas();
  const remove = useRemoveProtectedAsset();
  const [leaving, setLeaving] = useState<ProtectedAsset | null>(null);
  const nameOf = (id: number | null) => areas?.find((area) => area.id === id)?.name;
  if (places?.length === 0)
    return (
      <EmptyState
        title={intl.formatMessage({ id: 'places.none', defaultMessage: 'No protected place is listed' })}
      >
        <FormattedMessage
          id="places.none.text"
          defaultMessage="Add one, or load a file of assets: those in it are listed here without their position."
        />
      </EmptyState>
    );
  return (
    <ul className={styles.cards}>
      {places?.map((place) => (
        <li key={place.id} className={styles.card}>
          <div className={styles.cardMain}>
            <h2 className={styles.cardTitle}>{place.name || kindText(place.kind)}</h2>
            <p className={styles.facts}>
              <span>{kindText(place.kind)}</span>
              <span>
                {nameOf(place.areaId) ?? (
                  <FormattedMessage id="places.noArea" defaultMessage="District not given" />
                )}
              </span>
            </p>
            {place.contact ? <p>{place.contact}</p> : null}
          </div>
          <div className={styles.buttons}>
            <Button size="small" onPress={() => onEdit(place)}>
              <FormattedMessage id="places.change" defaultMessage="Change" />
            </Button>
            <Button size="small" onPress={() => setLeaving(place)}>
              <FormattedMessage id="places.delete" defaultMessage="Delete" />
            </Button>
          </div>
        </li>
      ))}
      {leaving ? (
        <ConfirmDialog
          title={intl.formatMessage(
            { id: 'places.delete.title', defaultMessage: 'Delete “{name}”?' },
            { name: leaving.name || kindText(leaving.kind) },
          )}
          isOpen
          onClose={() => setLeaving(null)}
          onConfirm={() => remove.mutate(leaving, { onSuccess: () => setLeaving(null) })}
          confirmLabel={intl.formatMessage({ id: 'places.delete', defaultMessage: 'Delete' })}
          confirmKind="danger"
          isPending={remove.isPending}
        >
          <ErrorNotice error={remove.error} />
          <FormattedMessage
            id="places.delete.text"
            defaultMessage="It is gone for good. The history says that a place was deleted, not which."
          />
        </ConfirmDialog>
      ) : null}
    </ul>
  );
}
