import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLinkIncident } from '../../../api/problems.ts';
import type { Incident } from '../../../api/records.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';

/** Puts the incident into a problem case by hand, or takes it out, giving a reason. */
export function LinkForm({ incident }: { incident: Incident }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const open = records.problems.filter(({ stage }) => stage !== 'closed');
  const [problemId, setProblemId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const link = useLinkIncident();
  const problem = open.find(({ id }) => id === problemId);
  const manual = problem?.manual.find(({ incidentId }) => incidentId === incident.id);
  const decide = (verdict: 'in' | 'out') => {
    if (!problem) return;
    link.mutate(
      { problem, incidentId: incident.id, verdict, reason: reason.trim() },
      {
        onSuccess: () => {
          setReason('');
          showToast({
            text: intl.formatMessage(
              {
                id: 'map.link.done',
                defaultMessage: '{verdict, select, in {Put into} other {Taken out of}} {ref}.',
              },
              { verdict, ref: problem.ref },
            ),
          });
        },
      },
    );
  };
  if (open.length === 0) return null;
  const ready = problem !== undefined && reason.trim() !== '';
  return (
    <details className={panelStyles.details}>
      <summary>
        <FormattedMessage id="map.link.title" defaultMessage="Link to a problem case by hand" />
      </summary>
      <div className={panelStyles.stack}>
        <Select
          label={intl.formatMessage({ id: 'map.link.problem', defaultMessage: 'Problem case' })}
          choices={open.map(({ id, ref, title }) => ({ id, label: title, hint: ref }))}
          value={problemId}
          onChange={setProblemId}
        />
        {manual ? (
          <p className={panelStyles.quiet}>
            <FormattedMessage
              id="map.link.already"
              defaultMessage="{verdict, select, in {Put in} other {Taken out}} by hand: {reason}"
              values={{ verdict: manual.verdict, reason: manual.reason }}
            />
          </p>
        ) : null}
        <TextField
          label={intl.formatMessage({ id: 'map.link.reason', defaultMessage: 'Reason' })}
          value={reason}
          onChange={setReason}
          error={link.error?.message}
        />
        <div className={panelStyles.row}>
          <Button onPress={() => decide('in')} isDisabled={!ready} isPending={link.isPending}>
            <FormattedMessage id="map.link.in" defaultMessage="Put in" />
          </Button>
          <Button onPress={() => decide('out')} isDisabled={!ready} isPending={link.isPending}>
            <FormattedMessage id="map.link.out" defaultMessage="Take out" />
          </Button>
        </div>
      </div>
    </details>
  );
}
