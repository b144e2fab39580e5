import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Minutes, useMinutes, useTakeOutMinutes } from '../../api/minutes.ts';
import { useWorkspace } from '../../api/workspace.ts';
import styles from '../../documents/document.module.css';
import { FilePages } from '../../documents/file-pages.tsx';
import { SaveDocx } from '../../documents/save-docx.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import deskStyles from './minutes.module.css';
import { MinutesDesk } from './minutes-desk.tsx';
import { minutesFile } from './minutes-file.ts';
import { SECTION_WORDS } from './minutes-words.ts';
import { directionOf, hasWords, languageName, paperIntl } from './paper-language.ts';

/** The minutes of a meeting: on the page, on A4, and as a document for a word processor. */
export function MinutesView() {
  const { id } = useParams({ from: '/meetings/$id/minutes' });
  const [isForEverybody, setForEverybody] = useState(false);
  const { data: minutes, error } = useMinutes(id, isForEverybody ? 'public' : undefined);
  return (
    <main id="main" className={styles.file}>
      <ErrorNotice error={error} />
      {minutes ? (
        <Loaded minutes={minutes} isForEverybody={isForEverybody} setForEverybody={setForEverybody} />
      ) : null}
    </main>
  );
}

interface LoadedProps {
  minutes: Minutes;
  isForEverybody: boolean;
  setForEverybody: (is: boolean) => void;
}

function Loaded({ minutes, isForEverybody, setForEverybody }: LoadedProps) {
  const intl = useIntl();
  const workspace = useWorkspace().data;
  const [chosen, setLanguage] = useState<string | null>(null);
  const takeOut = useTakeOutMinutes(minutes.meetingId);
  const language = chosen ?? firstLanguage(minutes, intl.locale);
  const zone = workspace?.timezone ?? 'UTC';
  const paper = paperIntl(intl, language);
  const isBackward = hasWords(language, intl.locale) && directionOf(language) === 'rtl';
  const direction = isBackward ? 'rtl' : 'ltr';
  const file = minutesFile(paper, {
    minutes,
    zone,
    workspace: workspace?.name ?? '',
    direction,
    isForEverybody,
  });
  const isAhead = minutes.state === 'ahead';
  return (
    <>
      <title>{file.title}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href="/minutes">
          <ArrowLeft aria-hidden className={styles.mirrored} />
          <FormattedMessage id="minutes.back" defaultMessage="All minutes" />
        </LinkButton>
        <span className={styles.actions}>
          <SaveDocx file={isAhead ? null : file} takeOut={takeOut} />
          <Button kind="primary" isDisabled={isAhead} onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </span>
      </nav>
      {isAhead ? (
        <Ahead />
      ) : (
        <>
          <section
            className={deskStyles.desk}
            aria-label={intl.formatMessage({ id: 'minutes.desk', defaultMessage: 'These minutes' })}
          >
            <Choices
              minutes={minutes}
              language={language}
              setLanguage={setLanguage}
              isForEverybody={isForEverybody}
              setForEverybody={setForEverybody}
            />
            {isForEverybody ? null : (
              <MinutesDesk minutes={minutes} language={language} paper={paper} zone={zone} />
            )}
          </section>
          <div lang={paper.locale} dir={direction}>
            <FilePages file={file} />
          </div>
        </>
      )}
    </>
  );
}

/** In the language of the page where the committee has it, or else in its main one. */
const firstLanguage = ({ languages }: Minutes, shown: string): string =>
  languages.find((one) => shown.startsWith(one)) ?? languages[0] ?? shown;

function Ahead() {
  const intl = useIntl();
  return (
    <EmptyState
      title={intl.formatMessage({ id: 'minutes.ahead', defaultMessage: 'This meeting has not begun' })}
    >
      <FormattedMessage
        id="minutes.aheadText"
        defaultMessage="Its minutes are put together from what is recorded while it is held."
      />
    </EmptyState>
  );
}

interface ChoicesProps extends LoadedProps {
  language: string;
  setLanguage: (language: string) => void;
}

function Choices({ minutes, language, setLanguage, isForEverybody, setForEverybody }: ChoicesProps) {
  const intl = useIntl();
  return (
    <>
      <div className={deskStyles.choices}>
        <Select
          label={intl.formatMessage({ id: 'minutes.language', defaultMessage: 'Language' })}
          choices={minutes.languages.map((id) => ({ id, label: languageName(intl, id) }))}
          value={language}
          onChange={setLanguage}
        />
        <Select<'own' | 'public'>
          label={intl.formatMessage({ id: 'minutes.audience', defaultMessage: 'For whom' })}
          choices={[
            {
              id: 'own',
              label: intl.formatMessage({
                id: 'minutes.audience.own',
                defaultMessage: 'For you, with all you may read',
              }),
            },
            {
              id: 'public',
              label: intl.formatMessage({ id: 'minutes.forEverybody', defaultMessage: 'For everybody' }),
            },
          ]}
          value={isForEverybody ? 'public' : 'own'}
          onChange={(id) => setForEverybody(id === 'public')}
        />
      </div>
      {hasWords(language, intl.locale) ? null : (
        <Notice>
          <FormattedMessage
            id="minutes.noWords"
            defaultMessage="The workbench has no words of its own in this language: headings stay as they are. What you write stands in it."
          />
        </Notice>
      )}
      {minutes.withheld.length > 0 ? (
        <Notice tone="amber">
          <FormattedMessage
            id="minutes.withheld"
            defaultMessage="The text of these sections was written over what is not for these readers; they read the record in its place: {names}."
            values={{
              names: intl.formatList(minutes.withheld.map((id) => intl.formatMessage(SECTION_WORDS[id]))),
            }}
          />
        </Notice>
      ) : null}
    </>
  );
}
