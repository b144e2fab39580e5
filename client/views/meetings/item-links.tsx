import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import {
  type Linkable,
  type Meeting,
  type NewAgendaItem,
  useCommittee,
  useLinkable,
} from '../../api/meetings.ts';
import { useProblems } from '../../api/problems.ts';
import { METHOD_NAMES } from '../../method-names.ts';
import { Button } from '../../ui/button.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';
import styles from './meetings.module.css';

const ViewMap = lazy(() => import('../../map/view-map.tsx').then((module) => ({ default: module.ViewMap })));

export type ItemLinks = Pick<
  NewAgendaItem,
  'problemId' | 'commitmentId' | 'concernId' | 'exhibitId' | 'view'
>;

interface ItemLinksProps {
  meeting: Meeting;
  value: ItemLinks;
  onChange: (change: Partial<ItemLinks>) => void;
}

/** What an item is about: one of each kind at most, out of what the area of the committee holds. */
export function ItemLinksFields({ meeting, value, onChange }: ItemLinksProps) {
  const intl = useIntl();
  const { data: problems = [] } = useProblems();
  const { data: answers = [] } = useLinkable(meeting.id, 'answer');
  const { data: commitments = [] } = useLinkable(meeting.id, 'commitment');
  const { data: concerns = [] } = useLinkable(meeting.id, 'concern');
  const field = {
    none: intl.formatMessage({ id: 'agenda.link.none', defaultMessage: 'Nothing in this area fits' }),
    openLabel: intl.formatMessage({ id: 'agenda.link.open', defaultMessage: 'Open the list' }),
    placeholder: intl.formatMessage({ id: 'agenda.link.search', defaultMessage: 'None; type to search' }),
  };
  return (
    <>
      <SearchSelect
        label={intl.formatMessage({ id: 'agenda.case', defaultMessage: 'Problem case' })}
        choices={problems.map(({ id, ref, title }) => ({ id, label: `${ref} ${title}` }))}
        value={value.problemId ?? null}
        // A kept answer goes with its case.
        onChange={(problemId) => onChange({ problemId, exhibitId: null })}
        {...field}
      />
      <SearchSelect
        label={intl.formatMessage({ id: 'agenda.answer', defaultMessage: 'Kept answer of a case' })}
        choices={answers.map((one) => ({ id: one.id, label: answerLabel(intl, one), hint: one.text }))}
        value={value.exhibitId ?? null}
        onChange={(exhibitId) => {
          const kept = answers.find(({ id }) => id === exhibitId);
          onChange({ exhibitId, ...(kept ? { problemId: kept.problemId } : {}) });
        }}
        {...field}
      />
      <SearchSelect
        label={intl.formatMessage({ id: 'agenda.commitment', defaultMessage: 'Commitment' })}
        choices={commitments.map(({ id, text, ref }) => ({ id, label: text, ...(ref ? { hint: ref } : {}) }))}
        value={value.commitmentId ?? null}
        onChange={(commitmentId) => onChange({ commitmentId })}
        {...field}
      />
      <SearchSelect
        label={intl.formatMessage({ id: 'agenda.concern', defaultMessage: 'Concern' })}
        choices={concerns.map((one) => ({ id: one.id, label: concernLabel(intl, one) }))}
        value={value.concernId ?? null}
        onChange={(concernId) => onChange({ concernId })}
        {...field}
      />
      <ViewField meeting={meeting} value={value.view ?? null} onChange={(view) => onChange({ view })} />
    </>
  );
}

function answerLabel(intl: IntlShape, { method, ref, at }: Linkable): string {
  const name = Object.entries(METHOD_NAMES).find(([id]) => id === method)?.[1];
  const day = at ? intl.formatDate(at, { dateStyle: 'medium' }) : '';
  return [ref, name ? intl.formatMessage(name) : method, day].filter(Boolean).join(', ');
}

const MOST_LETTERS = 90;
function concernLabel(intl: IntlShape, { text, at }: Linkable): string {
  const said = text || intl.formatMessage({ id: 'agenda.concern.silent', defaultMessage: 'Without words' });
  const short = said.length > MOST_LETTERS ? `${said.slice(0, MOST_LETTERS)}…` : said;
  return at ? `${intl.formatDate(at, { dateStyle: 'medium', timeZone: 'UTC' })}: ${short}` : short;
}

interface ViewFieldProps {
  meeting: Meeting;
  value: ItemLinks['view'] | null;
  onChange: (view: ItemLinks['view'] | null) => void;
}

/** What the map on the wall shows: moved to, and taken. Without one it shows what the item is about. */
function ViewField({ meeting, value, onChange }: ViewFieldProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const { data: committee } = useCommittee(meeting.committeeId);
  const [isOpen, setOpen] = useState(false);
  const area = areas?.find(({ id }) => id === committee?.areaId);
  const bounds = value?.bounds ?? area?.bounds;
  return (
    <fieldset className={styles.view}>
      <legend>
        <FormattedMessage id="agenda.view" defaultMessage="What the map shows" />
      </legend>
      {isOpen && bounds ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <ViewMap
              label={intl.formatMessage({
                id: 'agenda.view.map',
                defaultMessage: 'Move the map until it shows what is meant',
              })}
              areas={area ? [area] : []}
              bounds={bounds}
              onBounds={(shown) => onChange({ bounds: shown.map(short) as typeof shown, layers: [] })}
            />
          </Suspense>
        </div>
      ) : (
        <p className={styles.quiet}>
          {value?.bounds ? (
            <FormattedMessage id="agenda.view.chosen" defaultMessage="A part of the map was chosen." />
          ) : (
            <FormattedMessage
              id="agenda.view.none"
              defaultMessage="What the item is about; or the area of the committee."
            />
          )}
        </p>
      )}
      <div className={styles.buttons}>
        {isOpen ? null : (
          <Button size="small" onPress={() => setOpen(true)} isDisabled={!bounds}>
            <FormattedMessage id="agenda.view.choose" defaultMessage="Choose a part of the map" />
          </Button>
        )}
        {value ? (
          <Button
            size="small"
            kind="quiet"
            onPress={() => {
              setOpen(false);
              onChange(null);
            }}
          >
            <FormattedMessage id="agenda.view.clear" defaultMessage="Show what it is about" />
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** To the metre or so. */
const short = (degrees: number) => Number(Math.min(180, Math.max(-180, degrees)).toFixed(5));
