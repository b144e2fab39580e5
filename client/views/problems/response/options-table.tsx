import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useOrganisations } from '../../../api/organisations.ts';
import { MoreBeyond } from '../../../ui/more-beyond.tsx';
import { valueText } from '../body-words.ts';
import work from '../case-work.module.css';
import { OPTION_WORDS, type Option, RIGHTS } from './option-words.ts';

const ROWS = [
  'decision',
  'reason',
  'family',
  'side',
  'mechanism',
  'evidenceQuality',
  'evidence',
  'ownerId',
  'cost',
  'course',
  'start',
  'risks',
  ...RIGHTS,
  'reviewedBy',
  'riskToWhom',
  'mitigations',
  'displacement',
  'effectScore',
  'feasibilityScore',
  'acceptanceScore',
] as const satisfies readonly (keyof Option)[];

/** The options side by side: one column each, what is asked of all of them down the side. */
export function OptionsTable({ options }: { options: readonly Option[] }) {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  const { data: organisations } = useOrganisations();
  const textOf = (option: Option, row: (typeof ROWS)[number]) =>
    row === 'ownerId'
      ? (organisations?.items.find(({ id }) => id === option.ownerId)?.name ?? '–')
      : valueText(intl, option[row], OPTION_WORDS);
  const asked = ROWS.filter((row) => options.some((option) => textOf(option, row) !== '–'));
  return (
    <MoreBeyond box={box}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys as well */}
      <div ref={box} className={work.scrolled} tabIndex={0}>
        <table className={work.compared}>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="options.asked" defaultMessage="What is asked" />
              </th>
              {options.map((option) => (
                <th key={option.title} scope="col">
                  {option.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map((row) => (
              <tr key={row}>
                <th scope="row">{intl.formatMessage(OPTION_WORDS.fields[row])}</th>
                {options.map((option) => (
                  <td key={option.title}>
                    <Cell value={option[row]} text={textOf(option, row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </MoreBeyond>
  );
}

/** Several lines as a list, anything else as it is said. */
function Cell({ value, text }: { value: unknown; text: string }) {
  if (!Array.isArray(value) || value.length < 2) return text;
  return (
    <ul className={work.points}>
      {value.map((line) => (
        <li key={String(line)}>{String(line)}</li>
      ))}
    </ul>
  );
}
