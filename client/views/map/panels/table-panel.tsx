import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/session.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useMapContext } from '../map-context.ts';
import { hasAnswer, MethodAnswer } from '../methods/run-parts.tsx';
import { AreaTable } from './area-table.tsx';
import { IncidentTable } from './incident-table.tsx';
import type { MapPanelProps } from './map-panel-props.ts';
import panelStyles from './panels.module.css';

/** What the map shows, to be read and not to be looked at. */
export function TablePanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const { run } = useMapContext().runOnMap;
  const mayReadIncidents = useMay('incident.read');
  const mayReadAnswers = useMay('run.read');
  const label = intl.formatMessage({ id: 'map.panel.table', defaultMessage: 'Table' });
  return (
    <Panel title={label} onClose={onClose}>
      <Tabs
        label={label}
        items={[
          ...(mayReadIncidents
            ? [
                {
                  id: 'incidents',
                  label: <FormattedMessage id="map.table.incidents" defaultMessage="Incidents" />,
                  content: <IncidentTable />,
                },
              ]
            : []),
          {
            id: 'areas',
            label: <FormattedMessage id="map.table.areas" defaultMessage="Areas" />,
            content: <AreaTable />,
          },
          ...(mayReadAnswers
            ? [
                {
                  id: 'answer',
                  label: <FormattedMessage id="map.table.answer" defaultMessage="Answer" />,
                  content:
                    run?.summary && hasAnswer(run) ? (
                      <MethodAnswer run={run} />
                    ) : (
                      <p className={panelStyles.quiet}>
                        <FormattedMessage
                          id="map.table.noAnswer"
                          defaultMessage="No answer with a table is on the map. Open Questions and ask one."
                        />
                      </p>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
