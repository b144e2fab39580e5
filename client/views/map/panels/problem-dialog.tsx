import { useNavigate } from '@tanstack/react-router';
import type { MultiPolygon, Polygon } from 'geojson';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useIncidentCount } from '../../../api/incidents.ts';
import { useCreateProblem } from '../../../api/problems.ts';
import { toAreaGeometry } from '../../../map/to-geometry.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useFilterText } from '../filter-text.ts';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

interface ProblemDialogProps {
  readonly geometry: Polygon | MultiPolygon;
  readonly onClose: () => void;
  readonly onOpened: () => void;
}

/** Opens a problem case about a polygon. Its rule is the filter of the map inside that polygon, counted as one types. */
export function ProblemDialog({ geometry, onClose, onOpened }: ProblemDialogProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { filter, select } = useMapContext();
  const [title, setTitle] = useState('');
  const [statement, setStatement] = useState('');
  const [ruled, setRuled] = useState(true);
  const area = toAreaGeometry(geometry);
  const rule = ruled ? { ...filter, geometry: area } : null;
  const create = useCreateProblem();
  const save = () =>
    create.mutate(
      { title: title.trim(), statement: statement.trim(), geometry: area, rule },
      {
        onSuccess: ({ id, ref }) => {
          onClose();
          onOpened();
          select({ kind: 'problem', id });
          showToast({
            text: intl.formatMessage(
              { id: 'map.problem.opened', defaultMessage: 'Problem case {ref} is open, under Scanning.' },
              { ref },
            ),
            action: {
              label: intl.formatMessage({ id: 'map.problem.go', defaultMessage: 'Go to the case' }),
              onPress: () => void navigate({ to: '/problems/$id', params: { id } }),
            },
          });
        },
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'map.problem.title', defaultMessage: 'Open a problem case' })}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="map.problem.cancel" defaultMessage="Cancel" />
          </Button>
          <Button kind="primary" onPress={save} isDisabled={title.trim() === ''} isPending={create.isPending}>
            <FormattedMessage id="map.problem.save" defaultMessage="Open the case" />
          </Button>
        </>
      }
    >
      <div className={panelStyles.stack}>
        <TextField
          autoFocus
          isRequired
          label={intl.formatMessage({ id: 'map.problem.name', defaultMessage: 'Title' })}
          hint={intl.formatMessage({
            id: 'map.problem.name.hint',
            defaultMessage: 'Narrow: what happens, where. Such as “Bicycle theft at the north station”.',
          })}
          value={title}
          onChange={setTitle}
          error={create.error?.message}
        />
        <TextArea
          label={intl.formatMessage({ id: 'map.problem.statement', defaultMessage: 'Statement' })}
          hint={intl.formatMessage({
            id: 'map.problem.statement.hint',
            defaultMessage: 'Who is harmed, how, since when, and why it is expected to go on.',
          })}
          value={statement}
          onChange={setStatement}
        />
        <Checkbox isSelected={ruled} onChange={setRuled}>
          <FormattedMessage id="map.problem.ruled" defaultMessage="Link incidents by a rule" />
        </Checkbox>
        <RuleText rule={rule} />
      </div>
    </Dialog>
  );
}

function RuleText({ rule }: { rule: Parameters<typeof useIncidentCount>[0] }) {
  const filterText = useFilterText();
  const { data: count } = useIncidentCount(rule);
  if (rule === null) return null;
  return (
    <p className={panelStyles.quiet} role="status">
      {filterText(rule)}
      {' — '}
      {count === undefined ? (
        <FormattedMessage id="map.problem.counting" defaultMessage="counting…" />
      ) : (
        <strong>
          <FormattedMessage
            id="map.problem.count"
            defaultMessage="{count, plural, =0 {no incidents} one {# incident} other {# incidents}} linked now"
            values={{ count }}
          />
        </strong>
      )}
    </p>
  );
}
