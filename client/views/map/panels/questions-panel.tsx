import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MethodId } from '../../../api/runs.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { Panel } from '../../../ui/panel.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import { ASKED, METHOD_VIEWS, methodsOf } from '../methods/method-views.ts';
import { QUESTIONS, type QuestionId } from '../methods/questions.ts';
import { FarApart } from './far-apart.tsx';
import type { MapPanelProps } from './map-panel-props.ts';
import styles from './panels.module.css';
import { RunSection } from './run-section.tsx';

/** Questions come first; the method follows from the question, and says what it cannot tell. */
export function QuestionsPanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const { runOnMap } = useMapContext();
  const [picked, setPicked] = useState<MethodId | null>(null);
  const method = picked ?? runOnMap.run?.method ?? 'counts';
  const { question, about, Form } = METHOD_VIEWS[method];
  return (
    <Panel
      title={intl.formatMessage({ id: 'map.panel.questions', defaultMessage: 'Questions' })}
      onClose={onClose}
    >
      <RadioGroup<QuestionId>
        label={intl.formatMessage({ id: 'map.question.label', defaultMessage: 'What do you want to know?' })}
        value={question}
        onChange={(next) => setPicked(methodsOf(next)[0])}
        choices={ASKED.map((id) => ({ id, label: intl.formatMessage(QUESTIONS[id]) }))}
      />
      <MethodChoice method={method} onChange={setPicked} />
      <p className={styles.quiet}>{intl.formatMessage(about)}</p>
      <FarApart />
      <Form key={method} />
      <RunSection method={method} />
    </Panel>
  );
}

/** The methods that answer the question, each with the reason to take it. */
function MethodChoice({ method, onChange }: { method: MethodId; onChange: (method: MethodId) => void }) {
  const intl = useIntl();
  const offered = methodsOf(METHOD_VIEWS[method].question);
  if (offered.length < 2)
    return (
      <p>
        <FormattedMessage
          id="map.method.only"
          defaultMessage="Method: {name}. {why}"
          values={{
            name: intl.formatMessage(METHOD_NAMES[method]),
            why: intl.formatMessage(METHOD_VIEWS[method].why),
          }}
        />
      </p>
    );
  return (
    <RadioGroup<MethodId>
      label={intl.formatMessage({ id: 'map.method.label', defaultMessage: 'Method' })}
      value={method}
      onChange={onChange}
      choices={offered.map((id) => ({
        id,
        label: intl.formatMessage(METHOD_NAMES[id]),
        hint: intl.formatMessage(METHOD_VIEWS[id].why),
      }))}
    />
  );
}
