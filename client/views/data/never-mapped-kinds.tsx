import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddNeverMappedKind, useRemoveNeverMappedKind } from '../../api/protected-assets.ts';
import { useAssetKindText } from '../../asset-kinds.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import styles from './data.module.css';
import type { Kinds } from './protected-place-dialog.tsx';

/** Which kinds are never put on a map; a workspace adds its own. */
export function NeverMappedKinds({ kinds }: { kinds: Kinds }) {
  const kindText = useAssetKindText();
  const remove = useRemoveNeverMappedKind();
  const [adding, setAdding] = useState(false);
  return (
    <section className={styles.block} aria-labelledby="never-mapped-kinds">
      <h2 id="never-mapped-kinds">
        <FormattedMessage id="places.kinds" defaultMessage="Kinds that are never on a map" />
      </h2>
      <ul className={styles.cards}>
        {kinds.map(({ kind, name, builtIn }) => (
          <li key={kind} className={styles.card}>
            <span className={styles.cardMain}>{builtIn ? kindText(kind) : name}</span>
            {builtIn ? (
              <span className={styles.quiet}>
                <FormattedMessage id="places.kinds.builtIn" defaultMessage="Built in" />
              </span>
            ) : (
              <Button size="small" onPress={() => remove.mutate(kind, { onError: showFailure })}>
                <FormattedMessage id="places.kinds.remove" defaultMessage="Take off" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onPress={() => setAdding(true)}>
          <FormattedMessage id="places.kinds.add" defaultMessage="Add a kind" />
        </Button>
      </div>
      {adding ? <AddKind onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddKind({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const add = useAddNeverMappedKind();
  const done = ({ moved }: { moved: number }) => {
    showToast({
      text: intl.formatMessage(
        {
          id: 'places.kinds.moved',
          defaultMessage:
            '{moved, plural, =0 {Nothing of this kind was on the map} one {# place is off the map, its position deleted} other {# places are off the map, their positions deleted}}',
        },
        { moved },
      ),
    });
    onClose();
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'places.kinds.add', defaultMessage: 'Add a kind' })}
      isOpen
      onClose={onClose}
      onConfirm={() => add.mutate(name.trim(), { onSuccess: done })}
      confirmLabel={intl.formatMessage({ id: 'places.kinds.confirm', defaultMessage: 'Never map this kind' })}
      confirmKind="danger"
      isPending={add.isPending}
      isConfirmDisabled={name.trim().length < 2}
    >
      <ErrorNotice error={add.error} />
      <p>
        <FormattedMessage
          id="places.kinds.warning"
          defaultMessage="Places of this kind that are on the map lose their position at once, and answers that looked at assets are emptied. This cannot be undone."
        />
      </p>
      <TextField
        label={intl.formatMessage({ id: 'places.kind', defaultMessage: 'Kind' })}
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
      />
    </ConfirmDialog>
  );
}
