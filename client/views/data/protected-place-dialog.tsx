import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import {
  type ProtectedAsset,
  useAddProtectedAsset,
  useChangeProtectedAsset,
  type useNeverMappedKinds,
} from '../../api/protected-assets.ts';
import { useAssetKindText } from '../../asset-kinds.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

export type Kinds = NonNullable<ReturnType<typeof useNeverMappedKinds>['data']>;

interface Props {
  /** Null: a new one. */
  place: ProtectedAsset | null;
  kinds: Kinds;
  onClose: () => void;
}

const NOWHERE = 0;

export function ProtectedPlaceDialog({ place, kinds, onClose }: Props) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const { data: areas } = useAreas();
  const [kind, setKind] = useState(place?.kind ?? 'shelter');
  const [name, setName] = useState(place?.name ?? '');
  const [areaId, setAreaId] = useState(place?.areaId ?? null);
  const [contact, setContact] = useState(place?.contact ?? '');
  const add = useAddProtectedAsset();
  const change = useChangeProtectedAsset();
  const fields = { name: name.trim(), areaId, contact: contact.trim() };
  const save = () =>
    place
      ? change.mutate({ asset: place, change: fields }, { onSuccess: onClose })
      : add.mutate({ kind, ...fields }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={
        place
          ? place.name || kindText(place.kind)
          : intl.formatMessage({ id: 'places.add', defaultMessage: 'Add a protected place' })
      }
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={add.isPending || change.isPending}
      isConfirmDisabled={name.trim() === ''}
    >
      <ErrorNotice error={add.error ?? change.error} />
      <Notice>
        <FormattedMessage
          id="places.never"
          defaultMessage="A place of this kind will never be on a map, and no position of it is taken."
        />
      </Notice>
      {place ? null : (
        <Select
          label={intl.formatMessage({ id: 'places.kind', defaultMessage: 'Kind' })}
          value={kind}
          onChange={setKind}
          choices={kinds.map((each) => ({
            id: each.kind,
            label: each.builtIn ? kindText(each.kind) : each.name,
          }))}
        />
      )}
      <TextField
        label={intl.formatMessage({
          id: 'places.name',
          defaultMessage: 'Name, as those who need it know it',
        })}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
      />
      <Select
        label={intl.formatMessage({ id: 'places.area', defaultMessage: 'District' })}
        hint={intl.formatMessage({
          id: 'places.area.hint',
          defaultMessage: 'A whole district or more; nothing smaller is kept.',
        })}
        value={areaId ?? NOWHERE}
        onChange={(id) => setAreaId(id === NOWHERE ? null : id)}
        choices={[
          {
            id: NOWHERE,
            label: intl.formatMessage({ id: 'places.area.none', defaultMessage: 'Not given' }),
          },
          ...(areas ?? [])
            .filter((area) => ['country', 'region', 'district'].includes(area.kind))
            .map((area) => ({ id: area.id, label: area.name })),
        ]}
      />
      <TextArea
        label={intl.formatMessage({ id: 'places.contact', defaultMessage: 'How to reach it' })}
        hint={intl.formatMessage({
          id: 'places.contact.hint',
          defaultMessage: 'In words, such as whom to call. No address and no coordinates.',
        })}
        rows={2}
        value={contact}
        onChange={setContact}
        maxLength={500}
      />
    </ConfirmDialog>
  );
}
