import { useNavigate, useSearch } from '@tanstack/react-router';
import { defineMessages, type MessageDescriptor, useIntl } from 'react-intl';
import type { Problem } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { ChainStrip } from '../../chain-strip.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './problems.module.css';
import { CASE_TABS, type CaseTab, STAGE_SECTIONS, type StageSection } from './stage-sections.ts';
import { STAGE_HINTS, STAGE_WORDS } from './stages.ts';

const TAB_WORDS: Record<CaseTab, MessageDescriptor> = {
  ...STAGE_WORDS,
  ...defineMessages({
    overview: { id: 'problem.tab.overview', defaultMessage: 'Overview' },
    history: { id: 'problem.history', defaultMessage: 'History' },
  }),
};

const SECTIONS = STAGE_SECTIONS.map(({ Section }) => Section);

/** The pages of a case: one a stage, between what it is and what happened to it. Which one is open is in the address. */
export function StagePages({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const { tab = 'overview' } = useSearch({ from: '/problems/$id' });
  const navigate = useNavigate();
  return (
    <Tabs
      label={intl.formatMessage({ id: 'problem.tabs', defaultMessage: 'Pages of the case' })}
      selectedKey={tab}
      onSelectionChange={(key) =>
        navigate({
          to: '/problems/$id',
          params: { id: problem.id },
          search: { tab: CASE_TABS.find((id) => id === key) },
          replace: true,
        })
      }
      items={CASE_TABS.map((id) => ({
        id,
        label: intl.formatMessage(TAB_WORDS[id]),
        content: <Page problem={problem} tab={id} />,
      }))}
    />
  );
}

function Page({ problem, tab }: { problem: Problem; tab: CaseTab }) {
  const intl = useIntl();
  const may = useSession().data?.may ?? [];
  const shown = STAGE_SECTIONS.filter(
    (section) => section.tab === tab && (!section.may || may.includes(section.may)),
  );
  const at = (place: StageSection['at']) =>
    shown
      .filter((section) => section.at === place)
      .map(({ Section }) => <Section key={SECTIONS.indexOf(Section)} problem={problem} />);
  const side = at('side');
  const hint = tab === 'overview' || tab === 'history' ? null : STAGE_HINTS[tab];
  return (
    <>
      {hint ? <p className={styles.stageQuestion}>{intl.formatMessage(hint)}</p> : null}
      {tab === 'overview' ? <ChainStrip kind="problem" id={problem.id} /> : null}
      <div className={side.length > 0 ? styles.sections : styles.main}>
        <div className={styles.main}>{at('main')}</div>
        {side.length > 0 ? <div className={styles.side}>{side}</div> : null}
      </div>
    </>
  );
}
