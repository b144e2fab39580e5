import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../../api/client.ts';
import {
  type AnswerCheck,
  type AnswerTexts,
  type AnswerWords,
  type PublicAnswer,
  useWriteAnswer,
} from '../../../api/public-answers.ts';
import { usePublications } from '../../../api/publications.ts';
import { AreaSelect } from '../../../area-select.tsx';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { languageName } from './answer-headings.ts';
import own from './answers.module.css';
import { LanguageFields } from './language-fields.tsx';

interface AnswerFormProps {
  answer: PublicAnswer;
  quotable: AnswerCheck['quotable'];
  tellable: AnswerCheck['tellable'];
  onDone: () => void;
}

const CODE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** The words of an answer; its lists of promises come from the record and are not among them. */
export function AnswerForm({ answer, quotable, tellable, onDone }: AnswerFormProps) {
  const intl = useIntl();
  const [draft, setDraft] = useState<AnswerWords>(answer.words);
  const [tab, setTab] = useState(answer.words.languages[0]?.language ?? 'en');
  // A stale save reads the newest version: it is looked at first, and then written over on purpose.
  const write = useWriteAnswer(answer);
  const set = (change: Partial<AnswerWords>) => setDraft((now) => ({ ...now, ...change }));
  const inLanguage = (language: string, change: Partial<AnswerTexts>) =>
    setDraft((now) => ({
      ...now,
      languages: now.languages.map((one) => (one.language === language ? { ...one, ...change } : one)),
    }));
  const drop = (language: string) => {
    const languages = draft.languages.filter((one) => one.language !== language);
    set({ languages });
    setTab(languages[0]?.language ?? '');
  };
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(draft, { onSuccess: onDone });
      }}
    >
      {answer.state === 'draft' ? null : (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.form.again"
              defaultMessage="Saved, it is a draft again and has to be checked anew"
            />
          }
        />
      )}
      <Tabs
        label={intl.formatMessage({ id: 'answer.languages', defaultMessage: 'Languages' })}
        selectedKey={tab}
        onSelectionChange={(key) => setTab(String(key))}
        items={draft.languages.map((texts, i) => ({
          id: texts.language,
          label: languageName(texts.language),
          content: (
            <LanguageFields
              texts={texts}
              rows={i === 0 ? [] : answer.rows}
              decisions={i === 0 ? [] : tellable.filter(({ id }) => draft.decisions.includes(id))}
              onChange={(change) => inLanguage(texts.language, change)}
              onRemove={draft.languages.length > 1 ? () => drop(texts.language) : null}
            />
          ),
        }))}
      />
      <NewLanguage
        taken={draft.languages.map(({ language }) => language)}
        onAdd={(language) => {
          set({ languages: [...draft.languages, { ...EMPTY, language }] });
          setTab(language);
        }}
      />
      <AreaSelect value={draft.areaId} onChange={(areaId) => set({ areaId })} />
      <div className={own.pair}>
        <TextField
          label={intl.formatMessage({ id: 'answer.meeting', defaultMessage: 'Meeting' })}
          value={draft.meeting}
          onChange={(meeting) => set({ meeting })}
          maxLength={200}
        />
        <TextField
          type="date"
          label={intl.formatMessage({ id: 'answer.meeting.day', defaultMessage: 'On' })}
          value={draft.meetingOn ?? ''}
          onChange={(day) => set({ meetingOn: day === '' ? null : day })}
        />
        <TextField
          type="date"
          label={intl.formatMessage({ id: 'answer.until', defaultMessage: 'Holds until' })}
          value={draft.validUntil ?? ''}
          onChange={(day) => set({ validUntil: day === '' ? null : day })}
        />
      </div>
      <Decisions tellable={tellable} chosen={draft.decisions} onChange={(decisions) => set({ decisions })} />
      <Quotes quotable={quotable} chosen={draft.quotes} onChange={(quotes) => set({ quotes })} />
      <Figures chosen={draft.publications} onChange={(publications) => set({ publications })} />
      <ErrorNotice error={write.error} />
      {isStale(write.error) ? (
        <p>
          <FormattedMessage
            id="answer.form.stale"
            defaultMessage="What you wrote still stands here. Save again to put it in place of the other version, or cancel and read that first."
          />
        </p>
      ) : null}
      <div className={own.tools}>
        <Button onPress={onDone}>
          <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
        </Button>
        <Button kind="primary" type="submit" isPending={write.isPending}>
          <FormattedMessage id="data.save" defaultMessage="Save" />
        </Button>
      </div>
    </form>
  );
}

const EMPTY: Omit<AnswerTexts, 'language'> = {
  title: '',
  youSaid: '',
  weDid: '',
  result: '',
  notYet: '',
  whyNot: '',
  thanks: '',
  promises: [],
  decisions: [],
};

function NewLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (language: string) => void }) {
  const intl = useIntl();
  const [code, setCode] = useState('');
  const isNew = CODE.test(code) && !taken.includes(code);
  return (
    <div className={own.tools}>
      <TextField
        label={intl.formatMessage({
          id: 'answer.language.code',
          defaultMessage: 'Another language: its code, as in ar, fr or es',
        })}
        value={code}
        onChange={(text) => setCode(text.trim())}
        maxLength={6}
        inputDirection="ltr"
      />
      <Button
        isDisabled={!isNew}
        onPress={() => {
          onAdd(code);
          setCode('');
        }}
      >
        <Plus aria-hidden size={16} />
        {isNew ? (
          <FormattedMessage
            id="answer.language.add.named"
            defaultMessage="Add {language}"
            values={{ language: <bdi>{languageName(code)}</bdi> }}
          />
        ) : (
          <FormattedMessage id="answer.language.add" defaultMessage="Add the language" />
        )}
      </Button>
    </div>
  );
}

interface ChosenProps {
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

function Decisions({ tellable, chosen, onChange }: ChosenProps & { tellable: AnswerCheck['tellable'] }) {
  const intl = useIntl();
  if (tellable.length === 0) return null;
  return (
    <CheckGroup
      label={intl.formatMessage({ id: 'answer.decisions', defaultMessage: 'Decisions that are told' })}
      hint={intl.formatMessage({
        id: 'answer.decisions.hint',
        defaultMessage:
          'In the words of the record. What is about a case the public does not know is not among them.',
      })}
      choices={tellable.map(({ id, text }) => ({ id, label: text }))}
      value={chosen}
      onChange={onChange}
    />
  );
}

function Quotes({ quotable, chosen, onChange }: ChosenProps & { quotable: AnswerCheck['quotable'] }) {
  const intl = useIntl();
  if (quotable.length === 0)
    return (
      <p>
        <FormattedMessage
          id="answer.quotes.none"
          defaultMessage="No words of a concern can be quoted: nobody agreed to it."
        />
      </p>
    );
  return (
    <CheckGroup
      label={intl.formatMessage({ id: 'answer.quotes', defaultMessage: 'Quoted in their own words' })}
      hint={intl.formatMessage({
        id: 'answer.quotes.hint',
        defaultMessage: 'Only those are listed whose reporters agreed that their words are published.',
      })}
      choices={quotable.map(({ id, summary }) => ({ id, label: summary }))}
      value={chosen}
      onChange={onChange}
    />
  );
}

function Figures({ chosen, onChange }: ChosenProps) {
  const intl = useIntl();
  const released = (usePublications().data ?? []).filter(({ state }) => state === 'released');
  if (released.length === 0) return null;
  return (
    <CheckGroup
      label={intl.formatMessage({ id: 'answer.figures', defaultMessage: 'Released figures behind it' })}
      choices={released.map(({ id, title }) => ({ id, label: title }))}
      value={chosen}
      onChange={onChange}
    />
  );
}
