import { FormattedMessage, useIntl } from 'react-intl';
import type { Exhibit } from '../../api/exhibits.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { METHOD_NAMES } from '../../method-names.ts';
import { Select } from '../../ui/select.tsx';
import { answersByMap } from './kept-answers.ts';
import styles from './problems.module.css';

interface AnswerChoiceProps {
  readonly kept: readonly Exhibit[];
  /** The id of the one that is shown. */
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

const NONE = 'none';

/** Which of the kept answers lies on the map of the case; those that have no map are named. */
export function AnswerChoice({ kept, shown, onShow }: AnswerChoiceProps) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone;
  const { drawn, rest } = answersByMap(kept);
  const nameOf = ({ run }: Exhibit) => intl.formatMessage(METHOD_NAMES[run.method]);
  const choices = [
    { id: NONE, label: intl.formatMessage({ id: 'case-map.answer.none', defaultMessage: 'None' }) },
    ...drawn.map((exhibit) => ({
      id: exhibit.id,
      label: intl.formatMessage(
        { id: 'case-map.answer.of', defaultMessage: '{name}, made {day}' },
        {
          name: nameOf(exhibit),
          day: intl.formatDate(exhibit.run.createdAt, { dateStyle: 'medium', timeZone: zone }),
        },
      ),
      hint: exhibit.note,
    })),
  ];
  return (
    <>
      {drawn.length > 0 ? (
        <Select
          label={intl.formatMessage({
            id: 'case-map.answer',
            defaultMessage: 'Kept answer shown on the map',
          })}
          choices={choices}
          value={shown ?? NONE}
          onChange={(id) => onShow(id === NONE ? null : id)}
        />
      ) : null}
      {rest.length > 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="case-map.answer.without"
            defaultMessage="{count, plural, one {This kept answer has} other {These kept answers have}} no map: {names}."
            values={{ count: rest.length, names: intl.formatList(rest.map(nameOf)) }}
          />
        </p>
      ) : null}
    </>
  );
}
