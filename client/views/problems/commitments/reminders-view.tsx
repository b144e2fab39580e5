import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, CalendarDays, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { preparePolygon } from '../../../../analysis/prepared-polygon.ts';
import { useAreas } from '../../../api/areas.ts';
import { type Commitment, useCommitments } from '../../../api/commitments.ts';
import { useCommittees } from '../../../api/meetings.ts';
import { useProblems } from '../../../api/problems.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import styles from '../../../documents/document.module.css';
import { FilePages } from '../../../documents/file-pages.tsx';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToday } from '../../../use-today.ts';
import { liesIn, remindersOf } from './reminders.ts';
import { remindersFile } from './reminders-file.ts';

const ALL = 0;

/** What was promised and is due: a list to be printed and handed round, and the days for a calendar. */
export function RemindersView() {
  const intl = useIntl();
  const today = useToday();
  const workspace = useWorkspace().data;
  const { data, error } = useCommitments();
  const { area = ALL, organisation = ALL } = useSearch({ from: '/commitments/reminders' });
  const navigate = useNavigate();
  const { isIn, areas, name } = useAreaFilter(area);
  const all = data?.items ?? [];
  const seen = remindersOf(all, today, isIn);
  const file = remindersFile(intl, {
    organisations: seen.filter(({ id }) => organisation === ALL || id === organisation),
    today,
    workspace: workspace?.name ?? '',
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    area: name,
  });
  const search = (change: { area?: number; organisation?: number }) => {
    const next = { area, organisation, ...change };
    return navigate({
      to: '/commitments/reminders',
      search: { area: next.area || undefined, organisation: next.organisation || undefined },
      replace: true,
    });
  };
  const every = intl.formatMessage({ id: 'reminders.all', defaultMessage: 'All' });
  const owners = remindersOf(all, today, () => true);
  return (
    <main id="main" className={styles.file}>
      <title>{file.title}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href="/commitments">
          <ArrowLeft aria-hidden className={styles.mirrored} />
          <FormattedMessage id="reminders.back" defaultMessage="All commitments" />
        </LinkButton>
        <span className={styles.actions}>
          <LinkButton
            href={`/api/commitments.ics${organisation === ALL ? '' : `?organisation=${organisation}`}`}
            download="promises.ics"
          >
            <CalendarDays aria-hidden size={18} />
            <FormattedMessage id="reminders.calendar" defaultMessage="Days into my calendar" />
          </LinkButton>
          <Button kind="primary" onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </span>
      </nav>
      <ErrorNotice error={error} />
      <div className={`${styles.tools} ${styles.filters}`}>
        <Select
          label={intl.formatMessage({ id: 'reminders.where', defaultMessage: 'Committee or area' })}
          choices={[{ id: ALL, label: every }, ...areas]}
          value={area}
          onChange={(id) => search({ area: id })}
          hint={intl.formatMessage({
            id: 'reminders.where.hint',
            defaultMessage: 'A promise belongs where its own place lies, or that of its case.',
          })}
        />
        <Select
          label={intl.formatMessage({ id: 'reminders.organisation', defaultMessage: 'Organisation' })}
          choices={[{ id: ALL, label: every }, ...owners.map(({ id, name: label }) => ({ id, label }))]}
          value={organisation}
          onChange={(id) => search({ organisation: id })}
        />
      </div>
      {data ? <FilePages file={file} /> : null}
    </main>
  );
}

/** Committees by the area they are for, then the official areas. */
function useAreaFilter(areaId: number) {
  const { data: areas = [] } = useAreas();
  const { data: committees = [] } = useCommittees();
  const { data: problems = [] } = useProblems();
  const area = areas.find(({ id }) => id === areaId);
  const isIn = useMemo(() => {
    if (!area) return () => true;
    const polygon = preparePolygon(area.geometry);
    const places = new Map(problems.map(({ id, geometry }) => [id, geometry]));
    return ({ geometry, problemId }: Commitment) =>
      liesIn(polygon, geometry ?? (problemId === null ? null : (places.get(problemId) ?? null)));
  }, [area, problems]);
  const ofCommittees = committees
    .filter(({ endedOn }) => endedOn === null)
    .map(({ areaId: id, name: label }) => ({ id, label }));
  const rest = areas
    .filter(({ id, kind }) => kind !== 'custom' && !ofCommittees.some((one) => one.id === id))
    .map(({ id, name: label }) => ({ id, label }));
  const choices = [...new Map([...ofCommittees, ...rest].map((one) => [one.id, one])).values()];
  return { isIn, areas: choices, name: area?.name ?? '' };
}
