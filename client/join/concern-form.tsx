import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { ask, type ConcernSent, type GuestMap } from './ask.ts';
import { type ConcernDraft, keepDraft, MOST_SIGNS } from './concern-draft.ts';
import { HelpChoice } from './help-choice.tsx';
import styles from './join.module.css';
import type { ConcernSending } from './outbox.ts';
import { PhotoField } from './photo-field.tsx';
import type { Position } from './place.ts';
import { PlaceField } from './place-field.tsx';
import { TextWarnings, warningsOf } from './text-warnings.tsx';

const NOTHING: Omit<ConcernSent, 'language'> = {
  summary: '',
  categoryId: null,
  place: null,
  wordsChecked: false,
  isProtected: false,
  pathway: null,
};

interface ConcernFormProps {
  readonly language: string;
  /** What was written before. */
  readonly draft: ConcernDraft;
  /** Of one that was refused, to be changed. */
  readonly before: ArrayBuffer | null;
  readonly onSend: (sending: ConcernSending) => void;
  readonly onCancel: () => void;
}

/** What somebody wants to raise: a few words, perhaps a place, as exact as they choose, perhaps a photo. */
export function ConcernForm({ language, draft, before, onSend, onCancel }: ConcernFormProps) {
  const ground = useGround();
  const [summary, setSummary] = useState(draft.summary);
  const [categoryId, setCategory] = useState(draft.categoryId);
  const [position, setPosition] = useState(draft.position);
  const [precision, setPrecision] = useState(draft.precision);
  useEffect(
    () => keepDraft({ summary, categoryId, position, precision }),
    [summary, categoryId, position, precision],
  );
  const [wantsPlace, setWantsPlace] = useState(position !== null);
  const [photo, setPhoto] = useState(before);
  const [isClean, setClean] = useState(photo !== null);
  const [asksHelp, setAsksHelp] = useState(false);
  const [found, setFound] = useState<readonly string[]>([]);
  const isOutside = position !== null && ground !== null && !isInside(ground, position);
  const isReady = summary.trim() !== '' && !isOutside && (photo === null || isClean);

  async function send(): Promise<void> {
    const kinds = found.length > 0 ? [] : await warningsOf(summary);
    if (kinds.length > 0) return setFound(kinds);
    const place = position && { precision, position };
    const said = { summary: summary.trim(), categoryId, place, wordsChecked: found.length > 0 };
    onSend({ kind: 'concern', concern: { ...NOTHING, ...said, language }, photo });
  }

  if (asksHelp)
    return (
      <HelpChoice
        // Neither words nor place nor photo go with it.
        onChoose={(pathway) => {
          const concern = { ...NOTHING, language, isProtected: true, pathway };
          onSend({ kind: 'concern', concern, photo: null });
        }}
        onCancel={() => setAsksHelp(false)}
      />
    );
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>
        <FormattedMessage id="join.raise" defaultMessage="Raise a concern" />
      </h1>
      <label className={styles.field}>
        <FormattedMessage id="join.concern.text" defaultMessage="What is it about? No names, please" />
        <textarea
          rows={4}
          maxLength={MOST_SIGNS}
          value={summary}
          dir="auto"
          onChange={(event) => {
            setSummary(event.target.value);
            setFound([]);
          }}
        />
      </label>
      {found.length > 0 && <TextWarnings kinds={found} onHelp={() => setAsksHelp(true)} />}
      {ground !== null && ground.categories.length > 0 && (
        <CategoryField categories={ground.categories} chosen={categoryId} onChange={setCategory} />
      )}
      <PlaceField
        ground={ground}
        isWanted={wantsPlace}
        position={position}
        isOutside={isOutside}
        precision={precision}
        onWant={(isWanted) => {
          if (!isWanted) setPosition(null);
          setWantsPlace(isWanted);
        }}
        onPin={setPosition}
        onPrecision={setPrecision}
      />
      <PhotoField photo={photo} isClean={isClean} onPhoto={setPhoto} onClean={setClean} />
      <button type="submit" className={styles.primary} disabled={!isReady}>
        {found.length > 0 ? (
          <FormattedMessage id="join.concern.sendAllTheSame" defaultMessage="It is all right, send it" />
        ) : (
          <FormattedMessage id="join.concern.send" defaultMessage="Send" />
        )}
      </button>
      <button type="button" className={styles.plain} onClick={() => setAsksHelp(true)}>
        <FormattedMessage
          id="join.concern.help"
          defaultMessage="It is about violence at home, sexual violence, a child or trafficking"
        />
      </button>
      <button type="button" className={styles.plain} onClick={onCancel}>
        <FormattedMessage id="join.concern.cancel" defaultMessage="Back without sending" />
      </button>
    </form>
  );
}

interface CategoryFieldProps {
  readonly categories: GuestMap['categories'];
  readonly chosen: number | null;
  readonly onChange: (id: number | null) => void;
}

function CategoryField({ categories, chosen, onChange }: CategoryFieldProps) {
  const intl = useIntl();
  return (
    <label className={styles.field}>
      <FormattedMessage id="join.concern.category" defaultMessage="What kind of thing, if you know" />
      <select
        value={chosen ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">
          {intl.formatMessage({ id: 'join.concern.noCategory', defaultMessage: 'I do not know' })}
        </option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function useGround(): GuestMap | null {
  const [ground, setGround] = useState<GuestMap | null>(null);
  useEffect(() => {
    let current = true;
    ask<GuestMap>('GET', '/map').then(
      (found) => current && setGround(found),
      // Without a connection there is no map; the words alone can be sent.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return ground;
}

function isInside({ geometry }: GuestMap, [lon, lat]: Position): boolean {
  return containsPosition(preparePolygon(geometry), lon, lat);
}
