import { useState } from 'react';
import { FormattedDate, FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { type Opening, useCloseCase, useOpenedIncidents, useOpening } from '../../api/openings.ts';
import type { Problem } from '../../api/records.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ROLE_WORDS } from '../../role-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { OpenedTable } from './opened-table.tsx';
import styles from './problems.module.css';

/** Whether the incidents of the case are open to the committee; for those, the incidents. */
export function OpeningSection({ problem }: { problem: Problem }) {
  const { data, error } = useOpening(problem.id);
  const mayOpen = useMay('problem.open');
  const [opening, setOpening] = useState(false);
  if (!data || (!data.opening && !mayOpen)) return <ErrorNotice error={error} />;
  return (
    <section className={styles.section} aria-labelledby="problem-opening">
      <header className={styles.sectionHead}>
        <h2 id="problem-opening">
          <FormattedMessage id="opening.title" defaultMessage="For the committee" />
        </h2>
        {mayOpen && !data.opening ? (
          <Button size="small" onPress={() => setOpening(true)}>
            <FormattedMessage id="opening.open" defaultMessage="Open to the committee…" />
          </Button>
        ) : null}
      </header>
      {data.opening ? (
        <OpenNow problem={problem} opening={data.opening} mayClose={mayOpen} />
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="opening.none"
            defaultMessage="The committee sees the incidents of this case as squares and months."
          />
        </p>
      )}
      {data.mine ? <OpenedIncidents problem={problem} /> : null}
      {opening ? <OpenDialog problem={problem} onClose={() => setOpening(false)} /> : null}
    </section>
  );
}

function OpenNow(props: { problem: Problem; opening: Opening; mayClose: boolean }) {
  const { problem, opening, mayClose } = props;
  const intl = useIntl();
  const close = useCloseCase();
  const who = opening.roles.map((role) => intl.formatMessage(ROLE_WORDS[role]));
  return (
    <>
      <ErrorNotice error={close.error} />
      <Notice
        tone="amber"
        title={
          <FormattedMessage
            id="opening.until"
            defaultMessage="Open to the committee until {day}"
            values={{ day: <FormattedDate value={opening.until} dateStyle="long" timeZone="UTC" /> }}
          />
        }
        action={
          mayClose ? (
            <Button size="small" isPending={close.isPending} onPress={() => close.mutate(problem.id)}>
              <FormattedMessage id="opening.close" defaultMessage="Close now" />
            </Button>
          ) : undefined
        }
      >
        <p>
          <FormattedMessage
            id="opening.who"
            defaultMessage="{who}: every incident of this case where and when it was. {reason}"
            values={{ who: <FormattedList value={who} />, reason: <q>{opening.reason}</q> }}
          />
        </p>
      </Notice>
    </>
  );
}

function OpenedIncidents({ problem }: { problem: Problem }) {
  const opened = useOpenedIncidents(problem.id);
  const pages = opened.data?.pages ?? [];
  return (
    <>
      <ErrorNotice error={opened.error} />
      {pages[0] ? (
        <p className={styles.count}>
          <FormattedMessage
            id="problem.linked"
            defaultMessage="{count, plural, =0 {No incidents} one {# incident} other {# incidents}}"
            values={{ count: pages[0].count }}
          />
        </p>
      ) : null}
      <OpenedTable incidents={pages.flatMap((page) => page.items)} />
      {opened.hasNextPage ? (
        <Button size="small" onPress={() => opened.fetchNextPage()} isPending={opened.isFetchingNextPage}>
          <FormattedMessage id="problem.linked.more" defaultMessage="Show more" />
        </Button>
      ) : null}
      <p className={styles.quiet}>
        <FormattedMessage
          id="opening.care"
          defaultMessage="These are for your work on this case. The history says who looked at them."
        />
      </p>
    </>
  );
}
