import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RunRequest } from '../../../api/runs.ts';
import { Panel } from '../../../ui/panel.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import { FarApart } from './far-apart.tsx';
import type { MapPanelProps } from './map-panel-props.ts';
import styles from './panels.module.css';
import { DensityForm, HotspotForm } from './question-forms.tsx';
import { RunSection } from './run-section.tsx';

type Method = RunRequest['method'];

/** Questions come first; the method follows from the question, and says what it cannot tell. */
export function QuestionsPanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const { runOnMap } = useMapContext();
  const [picked, setPicked] = useState<Method | null>(null);
  const method = picked ?? runOnMap.run?.method ?? 'kernel-density';
  return (
    <Panel
      title={intl.formatMessage({ id: 'map.panel.questions', defaultMessage: 'Questions' })}
      onClose={onClose}
    >
      <RadioGroup<Method>
        label={intl.formatMessage({ id: 'map.question.label', defaultMessage: 'What do you want to know?' })}
        value={method}
        onChange={setPicked}
        choices={[
          {
            id: 'kernel-density',
            label: intl.formatMessage({
              id: 'map.question.density',
              defaultMessage: 'Where do incidents concentrate?',
            }),
          },
          {
            id: 'local-gi-star',
            label: intl.formatMessage({
              id: 'map.question.hotspots',
              defaultMessage: 'Which concentrations are more than chance?',
            }),
          },
        ]}
      />
      <p className={styles.quiet}>
        {method === 'kernel-density' ? (
          <FormattedMessage
            id="map.question.density.about"
            defaultMessage="A smooth surface of incidents per km² (kernel density). It shows where most happens; it cannot tell whether a peak is more than chance, nor why it is there."
          />
        ) : (
          <FormattedMessage
            id="map.question.hotspots.about"
            defaultMessage="Each cell with its neighbours is compared with all cells (Getis–Ord Gi*). It tells where many lie together more than chance would; it cannot tell why, and says nothing about people who live there."
          />
        )}
      </p>
      <FarApart />
      {method === 'kernel-density' ? <DensityForm /> : <HotspotForm />}
      <RunSection method={method} />
    </Panel>
  );
}
