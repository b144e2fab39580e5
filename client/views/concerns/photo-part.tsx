import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Concern, photoAddress, useTakePhotoOut } from '../../api/concerns.ts';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './concerns.module.css';

/** What somebody showed with what they said: small on the page, large when pressed; taken out for good. */
export function PhotoPart({ concern }: { concern: Concern }) {
  const intl = useIntl();
  const [isLarge, setLarge] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const takeOut = useTakePhotoOut();
  const name = intl.formatMessage({ id: 'concern.photo', defaultMessage: 'Photo of the concern' });
  return (
    <div className={styles.photo}>
      <Pressable
        className={styles.picture ?? ''}
        onPress={() => setLarge(true)}
        aria-label={intl.formatMessage({ id: 'concern.photo.view', defaultMessage: 'Show the photo large' })}
      >
        <img src={photoAddress(concern, 'photo/preview')} alt={name} />
      </Pressable>
      <IfMay action="concern.triage">
        <Button kind="quiet" size="small" onPress={() => setAsked(true)}>
          <FormattedMessage id="concern.photo.out" defaultMessage="Take the photo out" />
        </Button>
      </IfMay>
      {isLarge ? (
        <Dialog title={name} isOpen onClose={() => setLarge(false)} size="wide">
          <img className={styles.largePhoto} src={photoAddress(concern, 'photo')} alt={name} />
        </Dialog>
      ) : null}
      {isAsked ? (
        <ConfirmDialog
          title={intl.formatMessage({ id: 'concern.photo.out', defaultMessage: 'Take the photo out' })}
          isOpen
          onClose={() => setAsked(false)}
          confirmLabel={intl.formatMessage({
            id: 'concern.photo.out.now',
            defaultMessage: 'Delete the photo',
          })}
          confirmKind="danger"
          isPending={takeOut.isPending}
          onConfirm={() =>
            takeOut.mutate(concern, { onSuccess: () => setAsked(false), onError: showFailure })
          }
        >
          <p>
            <FormattedMessage
              id="concern.photo.out.text"
              defaultMessage="The photo is deleted for good and for everybody; the words stay. Do this when somebody could be recognised in it."
            />
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
