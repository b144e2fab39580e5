import { FormattedMessage, useIntl } from 'react-intl';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';
import { useValueText } from './value-text.ts';

/** Why is this cell coloured? */
export function DualDensityCard({ run, id }: CardProps<'dual-density'>) {
  const intl = useIntl();
  const valueText = useValueText();
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'dual-density')?.cells.find((each) => String(each.cell) === id);
  if (!cell || !run.summary) return <Gone />;
  const { comparison, measure, patches } = run.summary;
  const { kind, value, near, expected, count, compared } = cell;
  const patch = patches.find(({ cells }) => cells.includes(cell.cell));
  const tenth = (figure: number | null) =>
    figure === null ? null : intl.formatNumber(figure, { maximumFractionDigits: 1 });
  const isHot = kind?.startsWith('denser');
  return (
    <>
      <Verdict tone={isHot ? 'hot' : kind?.startsWith('sparser') ? 'cold' : undefined}>
        <FormattedMessage
          id="map.dual.verdict"
          defaultMessage="{kind, select, denser3 {Far denser than what it is compared with} denser2 {Denser than what it is compared with} denser1 {Somewhat denser than what it is compared with} sparser1 {Somewhat sparser than what it is compared with} sparser2 {Sparser than what it is compared with} sparser3 {Far sparser than what it is compared with} tooFewToSay {Too few to say: fewer than 5 to compare with are expected nearby} other {About as dense as what it is compared with}}."
          values={{ kind: kind ?? 'same' }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.dual.value.fact', defaultMessage: 'Share against share' }),
            value === null ? null : valueText(value, measure),
          ],
          [
            intl.formatMessage({
              id: 'map.dual.near',
              defaultMessage: 'Incidents nearby, the near ones counting more',
            }),
            tenth(near),
          ],
          [
            intl.formatMessage(
              {
                id: 'map.dual.expected',
                defaultMessage:
                  '{comparison, select, people {Residents} other {Others}} nearby, counted alike',
              },
              { comparison },
            ),
            tenth(expected),
          ],
          [
            intl.formatMessage({ id: 'map.dual.count', defaultMessage: 'Incidents in this cell' }),
            intl.formatNumber(count),
          ],
          [
            intl.formatMessage(
              {
                id: 'map.dual.compared',
                defaultMessage: '{comparison, select, people {Residents} other {Others}} in this cell',
              },
              { comparison },
            ),
            tenth(compared),
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.dual.rule"
          defaultMessage="Rule: each side is smoothed over the same distance and divided by its own total, so that a value of 1 time means the same share of both. Grey where fewer than 5 of the comparison are expected within the distance."
        />
      </p>
      {patch ? <OpenCase geometry={patch.geometry} /> : null}
    </>
  );
}
