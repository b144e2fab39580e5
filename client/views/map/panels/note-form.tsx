import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCreateAnnotation } from '../../../api/annotations.ts';
import type { DrawnGeometry } from '../../../map/draw-tool.ts';
import { toGeometry } from '../../../map/to-geometry.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

export function NoteForm({ geometry, onDone }: { geometry: DrawnGeometry; onDone: () => void }) {
  const intl = useIntl();
  const { select } = useMapContext();
  const [text, setText] = useState('');
  const create = useCreateAnnotation();
  const save = () =>
    create.mutate(
      { text: text.trim(), geometry: toGeometry(geometry), problemId: null },
      {
        onSuccess: ({ id }) => {
          onDone();
          select({ kind: 'annotation', id });
        },
      },
    );
  return (
    <div className={panelStyles.section}>
      <TextArea
        label={intl.formatMessage({ id: 'map.note.text', defaultMessage: 'Keep it as a note' })}
        placeholder={intl.formatMessage({
          id: 'map.note.placeholder',
          defaultMessage: 'What is to be seen here?',
        })}
        rows={3}
        value={text}
        onChange={setText}
        error={create.error?.message}
      />
      <Button onPress={save} isDisabled={text.trim() === ''} isPending={create.isPending}>
        <FormattedMessage id="map.note.save" defaultMessage="Save note" />
      </Button>
    </div>
  );
}
