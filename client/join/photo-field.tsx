import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import styles from './join.module.css';
import { MOST_FILE_BYTES, type PhotoFault, shrinkPhoto } from './shrink-photo.ts';

interface PhotoFieldProps {
  readonly photo: ArrayBuffer | null;
  readonly isClean: boolean;
  readonly onPhoto: (photo: ArrayBuffer | null) => void;
  readonly onClean: (isClean: boolean) => void;
}

type Refused = { readonly fault: PhotoFault; readonly bytes: number };

/** A photo for a concern, made small on the telephone. Whatever is wrong with it, nothing else that was written is lost. */
export function PhotoField({ photo, isClean, onPhoto, onClean }: PhotoFieldProps) {
  const [isWorking, setWorking] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setWorking(true);
    const made = await shrinkPhoto(file);
    setWorking(false);
    if (typeof made === 'string') return setRefused({ fault: made, bytes: file.size });
    setRefused(null);
    onClean(false);
    onPhoto(made);
  }

  return (
    <div className={styles.part}>
      {photo !== null && <Picture photo={photo} />}
      <label className={styles.file}>
        {photo === null ? (
          <FormattedMessage id="join.photo.add" defaultMessage="Add a photo" />
        ) : (
          <FormattedMessage id="join.photo.other" defaultMessage="Choose another photo" />
        )}
        <input
          type="file"
          accept="image/*"
          disabled={isWorking}
          aria-describedby="join-photo-why"
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      <p id="join-photo-why" className={styles.quiet}>
        <FormattedMessage
          id="join.photo.why"
          defaultMessage="Place, time and telephone are taken out of it before it is sent. No faces and no number plates, please."
        />
      </p>
      <p role="status" className={isWorking ? '' : styles.none}>
        {isWorking && <FormattedMessage id="join.photo.working" defaultMessage="Making the photo smaller…" />}
      </p>
      <div role="alert">{refused && <Fault {...refused} />}</div>
      {photo !== null && (
        <>
          <label className={styles.choice}>
            <input type="checkbox" checked={isClean} onChange={(event) => onClean(event.target.checked)} />
            <span>
              <FormattedMessage id="join.photo.nobody" defaultMessage="Nobody can be recognised in it" />
            </span>
          </label>
          <button type="button" className={styles.plain} onClick={() => onPhoto(null)}>
            <FormattedMessage id="join.photo.out" defaultMessage="Leave the photo out" />
          </button>
        </>
      )}
    </div>
  );
}

function Picture({ photo }: { readonly photo: ArrayBuffer }) {
  const intl = useIntl();
  const [address, setAddress] = useState('');
  useEffect(() => {
    const reader = new FileReader();
    reader.addEventListener('load', () => setAddress(String(reader.result)));
    reader.readAsDataURL(new Blob([photo], { type: 'image/jpeg' }));
    return () => reader.abort();
  }, [photo]);
  if (address === '') return null;
  const alt = intl.formatMessage({ id: 'join.photo.yours', defaultMessage: 'Your photo' });
  return <img className={styles.photo} src={address} alt={alt} />;
}

function Fault({ fault, bytes }: Refused) {
  const intl = useIntl();
  const inMegabytes = (count: number) =>
    intl.formatNumber(Math.ceil(count / 2 ** 20), { style: 'unit', unit: 'megabyte' });
  return (
    <p className={styles.error}>
      {fault === 'too_large' ? (
        <FormattedMessage
          id="join.photo.tooLarge"
          defaultMessage="This photo has {size}, and at most {most} can be sent. Choose a smaller one, or send your words without it."
          values={{ size: inMegabytes(bytes), most: inMegabytes(MOST_FILE_BYTES) }}
        />
      ) : (
        <FormattedMessage
          id="join.photo.notPhoto"
          defaultMessage="This is no photo that can be read here. Choose another one, or send your words without it."
        />
      )}
    </p>
  );
}
