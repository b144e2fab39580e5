import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { ask, type ConcernSent, type GuestMap } from './ask.ts';
import { HelpChoice } from './help-choice.tsx';
import styles from './join.module.css';
import { PRECISION_WORDS } from './words.ts';

/** The map comes only when somebody wants to show a place. */
const PinMap = lazy(() =>
  import('../map/phone-pin-map.tsx').then(({ PhonePinMap }) => ({ default: PhonePinMap })),
);

const PRECISIONS = ['street', 'exact', 'block_cell', 'neighbourhood', 'district_only'] as const;
type Precision = (typeof PRECISIONS)[number];
type Position = [number, number];
const MOST_SIGNS = 500;

interface ConcernFormProps {
  readonly language: string;
  /** One that was refused, to be changed. */
  readonly draft: ConcernSent | null;
  readonly onSend: (concern: ConcernSent) => void;
  readonly onCancel: () => void;
}

/** What somebody wants to raise: a few words, perhaps a place, as exact as they choose. */
export function ConcernForm({ language, draft, onSend, onCancel }: ConcernFormProps) {
  const intl = useIntl();
  const ground = useGround();
  const [summary, setSummary] = useState(draft?.summary ?? '');
  const [categoryId, setCategory] = useState(draft?.categoryId ?? null);
  const [position, setPosition] = useState<Position | null>(draft?.place?.position ?? null);
  const [precision, setPrecision] = useState<Precision>(
    PRECISIONS.find((one) => one === draft?.place?.precision) ?? 'street',
  );
  const [wantsPlace, setWantsPlace] = useState(position !== null);
  const [asksHelp, setAsksHelp] = useState(false);
  const [found, setFound] = useState<readonly string[]>([]);
  const isOutside = position !== null && ground !== null && !isInside(ground, position);

  function leaveOut(): void {
    setPosition(null);
    setWantsPlace(false);
  }

  async function send(): Promise<void> {
    const kinds = found.length > 0 ? [] : await warningsOf(summary);
    if (kinds.length > 0) return setFound(kinds);
    onSend({
      summary: summary.trim(),
      categoryId,
      place: position && { precision, position },
      language,
      wordsChecked: found.length > 0,
      isProtected: false,
      pathway: null,
    });
  }

  if (asksHelp)
    return (
      <HelpChoice
        onChoose={(pathway) =>
          onSend({
            summary: '',
            categoryId: null,
            place: null,
            language,
            wordsChecked: false,
            isProtected: true,
            pathway,
          })
        }
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
      {found.length > 0 && <Warnings kinds={found} onHelp={() => setAsksHelp(true)} />}
      {ground !== null && ground.categories.length > 0 && (
        <label className={styles.field}>
          <FormattedMessage id="join.concern.category" defaultMessage="What kind of thing, if you know" />
          <select
            value={categoryId ?? ''}
            onChange={(event) => setCategory(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">
              {intl.formatMessage({ id: 'join.concern.noCategory', defaultMessage: 'I do not know' })}
            </option>
            {ground.categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {wantsPlace && ground !== null ? (
        <>
          <p id="join-pin">
            <FormattedMessage id="join.pin.how" defaultMessage="Tap the map where it is." />
          </p>
          <Suspense fallback={<div className={styles.map} />}>
            <PinMap ground={ground} position={position} onPin={setPosition} className={styles.map ?? ''} />
          </Suspense>
          {isOutside && (
            <p role="alert" className={styles.error}>
              <FormattedMessage
                id="join.pin.outside"
                defaultMessage="This pin lies outside {area}, which this meeting is about. Move it inside, or send it without a place."
                values={{ area: <bdi>{ground.name}</bdi> }}
              />{' '}
              <button type="button" className={styles.plain} onClick={leaveOut}>
                <FormattedMessage
                  id="join.pin.elsewhere"
                  defaultMessage="It is somewhere else: send it without a place"
                />
              </button>
            </p>
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
                  onChange={() => setPrecision(one)}
                />
                <span>
                  <FormattedMessage {...PRECISION_WORDS[one]} />
                </span>
              </label>
            ))}
          </fieldset>
          <button type="button" className={styles.plain} onClick={leaveOut}>
            <FormattedMessage id="join.pin.none" defaultMessage="Leave the place out" />
          </button>
        </>
      ) : (
        <button
          type="button"
          className={styles.secondary}
          onClick={() => setWantsPlace(true)}
          disabled={ground === null}
        >
          <FormattedMessage id="join.pin.show" defaultMessage="Show the place on a map" />
        </button>
      )}
      {ground === null && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="join.pin.noMap"
            defaultMessage="The map is not here yet. Your words can be sent without it."
          />
        </p>
      )}
      <button type="submit" className={styles.primary} disabled={summary.trim() === '' || isOutside}>
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

function Warnings({ kinds, onHelp }: { readonly kinds: readonly string[]; readonly onHelp: () => void }) {
  return (
    <div role="alert" className={styles.warning}>
      {kinds.includes('name') && (
        <p>
          <FormattedMessage
            id="join.concern.names"
            defaultMessage="This seems to name a person. Say what happens and where, not who: a name can harm somebody, and it does not help to solve it."
          />
        </p>
      )}
      {(kinds.includes('phone') || kinds.includes('email')) && (
        <p>
          <FormattedMessage
            id="join.concern.contact"
            defaultMessage="This seems to hold a number or an address. Others who work on it will read it."
          />
        </p>
      )}
      {kinds.includes('protected') && (
        <p>
          <FormattedMessage
            id="join.concern.protected"
            defaultMessage="This sounds like something that must not be kept here. There are people who help with it."
          />{' '}
          <button type="button" className={styles.plain} onClick={onHelp}>
            <FormattedMessage id="join.concern.toHelp" defaultMessage="Show me who helps" />
          </button>
        </p>
      )}
    </div>
  );
}

/** What a text had better not say. Without a connection the server looks when it arrives. */
async function warningsOf(summary: string): Promise<string[]> {
  try {
    const { items } = await ask<{ items: { kind: string }[] }>('POST', '/concerns/check', {
      summary: summary.trim(),
    });
    return [...new Set(items.map(({ kind }) => kind))];
  } catch {
    return [];
  }
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
