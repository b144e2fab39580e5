import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { AnswerCheck, AnswerTexts, PublicAnswer } from '../../../api/public-answers.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { directionOf, languageName } from './answer-headings.ts';
import own from './answers.module.css';

type Field = Exclude<keyof AnswerTexts, 'language' | 'title' | 'promises' | 'decisions'>;

const FIELDS = [
  'youSaid',
  'weDid',
  'result',
  'notYet',
  'whyNot',
  'thanks',
] as const satisfies readonly Field[];
const LABELS: Readonly<Record<Field, MessageDescriptor>> = defineMessages({
  youSaid: { id: 'answer.field.said', defaultMessage: 'You said' },
  weDid: { id: 'answer.field.did', defaultMessage: 'We did' },
  result: { id: 'answer.field.result', defaultMessage: 'What came of it' },
  notYet: { id: 'answer.field.not-yet', defaultMessage: 'Not yet' },
  whyNot: { id: 'answer.field.why-not', defaultMessage: 'Why not' },
  thanks: { id: 'answer.field.thanks', defaultMessage: 'Thank you' },
});
const HINTS: Readonly<Partial<Record<Field, MessageDescriptor>>> = defineMessages({
  weDid: {
    id: 'answer.field.did.hint',
    defaultMessage: 'The promises that residents verified are listed below it by themselves.',
  },
  notYet: {
    id: 'answer.field.not-yet.hint',
    defaultMessage: 'Open promises are listed below it with their days.',
  },
  whyNot: {
    id: 'answer.field.why-not.hint',
    defaultMessage: 'Promises that were stopped or refused are listed below it with the reason.',
  },
});

interface LanguageFieldsProps {
  texts: AnswerTexts;
  /** Promises to be said in this language; none where the record has them in it. */
  rows: PublicAnswer['rows'];
  /** The same of decisions. */
  decisions: AnswerCheck['tellable'];
  onChange: (change: Partial<AnswerTexts>) => void;
  onRemove: (() => void) | null;
}

/** The answer in one language. */
export function LanguageFields({ texts, rows, decisions, onChange, onRemove }: LanguageFieldsProps) {
  const intl = useIntl();
  const { language } = texts;
  const promised = new Map(texts.promises.map(({ commitmentId, text }) => [commitmentId, text]));
  const promise = (commitmentId: string, text: string) =>
    onChange({
      promises: [
        ...texts.promises.filter((one) => one.commitmentId !== commitmentId),
        ...(text.trim() === '' ? [] : [{ commitmentId, text }]),
      ],
    });
  const decided = new Map(texts.decisions.map(({ decisionId, text }) => [decisionId, text]));
  const decide = (decisionId: string, text: string) =>
    onChange({
      decisions: [
        ...texts.decisions.filter((one) => one.decisionId !== decisionId),
        ...(text.trim() === '' ? [] : [{ decisionId, text }]),
      ],
    });
  return (
    <div className={own.language} data-direction={directionOf(language)}>
      <TextField
        label={intl.formatMessage({ id: 'published.prepare.name', defaultMessage: 'Title' })}
        value={texts.title}
        onChange={(title) => onChange({ title })}
        maxLength={200}
      />
      {FIELDS.map((field) => (
        <TextArea
          key={field}
          label={intl.formatMessage(LABELS[field])}
          hint={HINTS[field] && intl.formatMessage(HINTS[field])}
          value={texts[field]}
          onChange={(text) => onChange({ [field]: text })}
          rows={3}
          maxLength={5000}
        />
      ))}
      {rows.map(({ commitmentId, text }) => (
        <TextField
          key={commitmentId}
          label={intl.formatMessage(
            { id: 'answer.promise', defaultMessage: 'The promise “{text}” in this language' },
            { text },
          )}
          value={promised.get(commitmentId) ?? ''}
          onChange={(said) => promise(commitmentId, said)}
          maxLength={2000}
        />
      ))}
      {decisions.map(({ id, text }) => (
        <TextField
          key={id}
          label={intl.formatMessage(
            { id: 'answer.decision', defaultMessage: 'The decision “{text}” in this language' },
            { text },
          )}
          value={decided.get(id) ?? ''}
          onChange={(said) => decide(id, said)}
          maxLength={2000}
        />
      ))}
      {onRemove ? (
        <div>
          <Button size="small" onPress={onRemove}>
            <FormattedMessage
              id="answer.language.remove"
              defaultMessage="Leave out {language}"
              values={{ language: languageName(language) }}
            />
          </Button>
        </div>
      ) : null}
    </div>
  );
}
