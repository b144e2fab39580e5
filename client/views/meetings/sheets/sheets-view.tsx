import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Keyboard, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useMeeting } from '../../../api/meetings.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ChoicesPanel } from './choices-panel.tsx';
import { ChosenSheets, codesOf } from './chosen-sheets.tsx';
import { type Pen, Pens, penOf } from './pens.tsx';
import { sheetRules } from './sheet.tsx';
import { chosenPromises, firstChoices, languagesOf, type SheetChoices } from './sheet-choices.ts';
import styles from './sheets.module.css';
import { useSheetSources } from './use-sheet-sources.ts';

/** The papers of a meeting: chosen, looked at as they will be, and printed. */
export function SheetsView() {
  const { id } = useParams({ from: '/meetings/$id/sheets' });
  const { data: meeting, error } = useMeeting(id);
  const { data: workspace } = useWorkspace();
  return (
    <main id="main" className={styles.page}>
      <ErrorNotice error={error} />
      {meeting && workspace ? <Loaded meeting={meeting} zone={workspace.timezone} /> : null}
    </main>
  );
}

function Loaded({ meeting, zone }: { readonly meeting: Meeting; readonly zone: string }) {
  const intl = useIntl();
  const [choices, setChoices] = useState<SheetChoices>(() => firstChoices(meeting.languages, intl.locale));
  const sources = useSheetSources(meeting, choices.problem);
  const languages = meeting.languages.length > 0 ? meeting.languages : [intl.locale];
  const chosen = chosenPromises(sources.promises, sources.items, choices.promises);
  const pens: Pen[][] = languagesOf(choices).map((of) => of.map((language) => penOf(intl, language, zone)));
  useRules(sheetRules(codesOf(meeting.id, sources)));
  const title = intl.formatMessage(
    { id: 'sheets.title', defaultMessage: 'Papers: {committee}' },
    { committee: meeting.committeeName },
  );
  return (
    <>
      <title>{title}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href={`/meetings/${meeting.id}`}>
          <ArrowLeft aria-hidden className={styles.mirrored} />
          <FormattedMessage id="sheets.back" defaultMessage="The meeting" />
        </LinkButton>
        <span className={styles.actions}>
          {meeting.mayRun ? (
            <LinkButton href={`/meetings/${meeting.id}/type-back`}>
              <Keyboard aria-hidden size={18} />
              <FormattedMessage id="typeBack.open" defaultMessage="Type papers back" />
            </LinkButton>
          ) : null}
          <Button kind="primary" isDisabled={choices.sheets.length === 0} onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </span>
      </nav>
      <h1 className={styles.onScreen}>{title}</h1>
      <section
        className={styles.desk}
        aria-label={intl.formatMessage({ id: 'sheets.desk', defaultMessage: 'What is printed' })}
      >
        <ErrorNotice error={sources.error} />
        <ChoicesPanel
          choices={choices}
          onChange={(change) => setChoices({ ...choices, ...change })}
          languages={languages}
          promises={sources.promises}
          chosen={chosen}
        />
      </section>
      {choices.sheets.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'sheets.none', defaultMessage: 'No sheet is chosen' })}>
          <FormattedMessage id="sheets.none.text" defaultMessage="Choose above what is to be printed." />
        </EmptyState>
      ) : (
        pens.map((of) => (
          <Pens key={of.map(({ language }) => language).join()} value={of}>
            <ChosenSheets meeting={meeting} choices={choices} sources={sources} promises={chosen} />
          </Pens>
        ))
      )}
    </>
  );
}

/** Sizes and feet of the printed pages, while the sheets are open. */
function useRules(rules: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [rules]);
}
