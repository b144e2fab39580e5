import { FormattedMessage } from 'react-intl';
import { DOCUMENTED_RULE, recentPeriods } from '../../../../../analysis/hotspot-classification.ts';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useDayText } from '../figures.ts';
import { LevelFact } from '../level-fact.tsx';

export function EmergingFacts({ run: { parameters, summary } }: { run: RunOf<'emerging-hotspots'> }) {
  const day = useDayText();
  if (!summary) return null;
  const [first, last] = [summary.periods[0], summary.periods.at(-1)];
  return (
    <>
      <Fact name={<FormattedMessage id="map.emerging.periods" defaultMessage="Periods" />}>
        <FormattedMessage
          id="map.emerging.periodsOf"
          defaultMessage="{count, number} of {days, plural, one {# day} other {# days}} ({rule, select, auto {from the data} other {chosen}}){span, select, none {} other {, {span}}}"
          values={{
            count: summary.periods.length,
            days: summary.periodDays ?? 0,
            rule: summary.periodRule,
            span: first && last ? `${day(first.from)} – ${day(last.to, true)}` : 'none',
          }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.emerging.ruleFact" defaultMessage="Names" />}>
        <FormattedMessage
          id="map.emerging.ruleOf"
          defaultMessage="{rule, select, trend {by trend (Mann–Kendall of each cell’s Gi*)} other {by shares of the periods; the last {recent, number} of {periods, number} are recent}}"
          values={{
            rule: summary.rule,
            periods: summary.periods.length,
            recent: recentPeriods(summary.periods.length, DOCUMENTED_RULE.recentShare),
          }}
        />
      </Fact>
      <LevelFact level={parameters.level} correction={parameters.correction} />
    </>
  );
}
