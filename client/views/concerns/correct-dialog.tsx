import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import { type Concern, type FoundWords, useCheckText, useCorrectConcern } from '../../api/concerns.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useToday } from '../../use-today.ts';
import styles from './concerns.module.css';
import { correctionOf, draftOf, precisionsFor } from './correction.ts';
import { HowFields, ReporterFields, WhatFields } from './intake-fields.tsx';
import { PlaceField } from './place-field.tsx';
import type { IntakeDraft } from './use-intake-draft.ts';
import { WordsFound } from './words-found.tsx';

interface CorrectDialogProps {
  concern: Concern;
  zone: string;
  onClose: () => void;
}

/** Corrects what was written down of a concern. Contact and consent are not among it. */
export function CorrectDialog({ concern, zone, onClose }: CorrectDialogProps) {
  const intl = useIntl();
  const today = useToday();
  const [before] = useState(() => draftOf(concern, zone));
  const [draft, setDraft] = useState(before);
  const [isNewPlace, setNewPlace] = useState(false);
  const [found, setFound] = useState<readonly FoundWords[] | null>(null);
  const check = useCheckText();
  const correct = useCorrectConcern();
  const change = correctionOf(before, draft, zone, isNewPlace);
  const set = (part: Partial<IntakeDraft>) => {
    setFound(null);
    setDraft((now) => ({ ...now, ...part }));
  };
  const send = (wordsChecked: boolean) =>
    correct.mutate({ concern, change: { ...change, wordsChecked } }, { onSuccess: onClose });
  const save = () => {
    if (change.summary === undefined && change.detail === undefined) return send(false);
    check.mutate(
      { summary: draft.summary, detail: draft.detail },
      { onSuccess: (words) => (words.length > 0 ? setFound(words) : send(false)) },
    );
  };
  const errors = correct.error instanceof ApiError ? correct.error.errors : [];
  const errorAt = (pointer: string) => errors.find((each) => each.pointer === pointer)?.detail;
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'concern.correct', defaultMessage: 'Correct what was written down' })}
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={check.isPending || correct.isPending}
      isConfirmDisabled={draft.summary.trim() === '' || Object.keys(change).length === 0 || found !== null}
    >
      <p className={styles.quiet}>
        <FormattedMessage
          id="concern.correct.text"
          defaultMessage="What the person agreed to and how to reach them stay as they are. The story says which fields were corrected and by whom; the old words are not kept."
        />
      </p>
      <HowFields draft={draft} set={set} today={today} />
      <WhatFields draft={draft} set={set} errorAt={errorAt} />
      <ReporterFields draft={draft} set={set} />
      <Checkbox isSelected={isNewPlace} onChange={setNewPlace}>
        <FormattedMessage id="concern.correct.place" defaultMessage="Tell the place anew" />
      </Checkbox>
      {isNewPlace ? (
        <PlaceField
          place={draft.place}
          onChange={(place) => set({ place: { ...draft.place, ...place } })}
          precisions={precisionsFor(concern)}
        />
      ) : null}
      <ErrorNotice error={correct.error ?? check.error} />
      {found ? (
        <WordsFound
          draft={draft}
          found={found}
          isPending={correct.isPending}
          onSave={() => send(true)}
          onProtect={onClose}
        />
      ) : null}
    </ConfirmDialog>
  );
}
