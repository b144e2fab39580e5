import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type Annotation,
  useRemoveAnnotation,
  useRestoreAnnotation,
  useUpdateAnnotation,
} from '../../../api/annotations.ts';
import { isStale } from '../../../api/client.ts';
import { IfMay } from '../../../if-may.tsx';
import { keptText, shownText } from '../../../mention-text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useMapContext } from '../map-context.ts';
import { MeasureText } from '../measure-text.tsx';
import panelStyles from '../panels/panels.module.css';

/** A note: its text can be changed here, and deleting it can be undone. */
export function AnnotationCard({ annotation }: { annotation: Annotation }) {
  const intl = useIntl();
  const { select } = useMapContext();
  const [text, setText] = useState(() => shownText(annotation.text, annotation.mentions));
  const update = useUpdateAnnotation();
  const remove = useRemoveAnnotation();
  const restore = useRestoreAnnotation();
  const kept = keptText(text.trim(), annotation.mentions);
  const changed = kept !== annotation.text && kept !== '';
  const stale = intl.formatMessage({
    id: 'map.note.stale',
    defaultMessage:
      'Somebody else changed this note in the meantime. Its newest text is loaded; save again to replace it.',
  });
  const take = () =>
    remove.mutate(annotation, {
      onSuccess: () => {
        select(null);
        showToast({
          text: intl.formatMessage({ id: 'map.note.removed', defaultMessage: 'The note was deleted.' }),
          action: {
            label: intl.formatMessage({ id: 'map.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutate(annotation.id),
          },
        });
      },
      onError: (error) => showToast({ text: error.message, tone: 'attention' }),
    });
  return (
    <>
      <TextArea
        label={intl.formatMessage({ id: 'map.note.own', defaultMessage: 'Text' })}
        value={text}
        onChange={setText}
        rows={5}
        error={update.error ? (isStale(update.error) ? stale : update.error.message) : undefined}
      />
      {annotation.geometry ? <MeasureText geometry={annotation.geometry} /> : null}
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.note.changed"
          defaultMessage="Last changed {at}"
          values={{ at: intl.formatDate(annotation.updatedAt, { dateStyle: 'medium', timeStyle: 'short' }) }}
        />
      </p>
      <IfMay action="annotation.change">
        {' '}
        <div className={panelStyles.row}>
          <Button
            kind="primary"
            isDisabled={!changed}
            isPending={update.isPending}
            onPress={() => update.mutate({ annotation, change: { text: kept } })}
          >
            <FormattedMessage id="map.note.saveChange" defaultMessage="Save" />
          </Button>
          <Button kind="quiet" onPress={take} isPending={remove.isPending}>
            <FormattedMessage id="map.note.remove" defaultMessage="Delete" />
          </Button>
        </div>
      </IfMay>
    </>
  );
}
