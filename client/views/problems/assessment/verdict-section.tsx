import { FormattedMessage, useIntl } from 'react-intl';
import { useEvaluationRuns } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { TextArea } from '../../../ui/text-field.tsx';
import { PartSection } from '../part-section.tsx';
import { VERDICT_WORDS } from './assessment-words.ts';
import { verdictText } from './verdict-text.ts';

/** The generated sentence, and beside it the words of those who answer for it. */
export function VerdictSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const primary = useEvaluationRuns(problem.id)
    .data?.filter(({ kind }) => kind === 'primary')
    .at(-1);
  const generated = primary ? verdictText(intl, primary) : '';
  return (
    <PartSection
      problem={problem}
      name="verdict"
      empty={{ text: generated }}
      hint={
        primary ? (
          <FormattedMessage
            id="verdict.generated"
            defaultMessage="From the numbers of the agreed test: “{sentence}”"
            values={{ sentence: generated }}
          />
        ) : (
          <FormattedMessage
            id="verdict.none"
            defaultMessage="The agreed test comes first: its sentence is the beginning of every verdict."
          />
        )
      }
      form={(body, set) => (
        <TextArea
          label={intl.formatMessage(VERDICT_WORDS.fields.text)}
          hint={intl.formatMessage({
            id: 'verdict.hint',
            defaultMessage:
              'While the interval includes zero, no success can be claimed, and both its ends stay in the text.',
          })}
          value={body.text}
          onChange={(text) => set({ text })}
          rows={5}
          maxLength={10_000}
        />
      )}
    />
  );
}
