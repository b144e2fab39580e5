import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import type { Pattern } from '../../../../map/results/emerging-hotspots.ts';

export type Side = 'hot' | 'cold';

/** What people ask first of a pattern: is it coming, staying, or going? */
export type Course = 'growing' | 'lasting' | 'fading' | 'unsteady';

const COURSES: Readonly<Record<string, Course>> = {
  new: 'growing',
  consecutive: 'growing',
  intensifying: 'growing',
  emerging: 'growing',
  persistent: 'lasting',
  diminishing: 'fading',
  historical: 'fading',
  former: 'fading',
  oscillating: 'unsteady',
  sporadic: 'unsteady',
  intermittent: 'unsteady',
};

export function partsOf(pattern: Pattern): { readonly course: Course; readonly side: Side } | null {
  const [name, side] = pattern.split('_');
  const course = COURSES[name];
  return course && (side === 'hot' || side === 'cold') ? { course, side } : null;
}

export type CourseCounts = Readonly<Record<Course, number>>;

/** Cells of each course, hot and cold apart; the mixed ones belong to neither. */
export function coursesOf(labels: SummaryOf<'emerging-hotspots'>['labels'], side: Side): CourseCounts {
  const counts = { growing: 0, lasting: 0, fading: 0, unsteady: 0 };
  for (const { label, cells } of labels) {
    const parts = partsOf(label);
    if (parts?.side === side) counts[parts.course] += cells;
  }
  return counts;
}

const TREND_RULES = defineMessages({
  new: {
    id: 'map.emerging.rule.new',
    defaultMessage: '{side, select, hot {hot} other {cold}} in the last period and never before',
  },
  consecutive: {
    id: 'map.emerging.rule.consecutive',
    defaultMessage:
      'one unbroken run of at least two {side, select, hot {hot} other {cold}} periods at the end and none before, in all fewer than 90% of the periods',
  },
  intensifying: {
    id: 'map.emerging.rule.intensifying',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 90% of the periods and in the last, and getting {side, select, hot {hotter} other {colder}}',
  },
  persistent: {
    id: 'map.emerging.rule.persistent',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 90% of the periods and in the last, neither rising nor falling',
  },
  diminishing: {
    id: 'map.emerging.rule.diminishing',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 90% of the periods and in the last, but getting less so',
  },
  oscillating: {
    id: 'map.emerging.rule.oscillating',
    defaultMessage:
      '{side, select, hot {hot in the last period, cold} other {cold in the last period, hot}} in an earlier one',
  },
  sporadic: {
    id: 'map.emerging.rule.sporadic',
    defaultMessage:
      '{side, select, hot {hot in the last period, on and off before, never cold} other {cold in the last period, on and off before, never hot}}',
  },
  historical: {
    id: 'map.emerging.rule.historical',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 90% of the periods, but not in the last',
  },
  none: {
    id: 'map.emerging.rule.none',
    defaultMessage: 'none of the patterns fits, or in no period was it more than chance',
  },
});

const SHARE_RULES = defineMessages({
  persistent: {
    id: 'map.emerging.share.persistent',
    defaultMessage: '{side, select, hot {hot} other {cold}} in at least 80% of the periods',
  },
  emerging: {
    id: 'map.emerging.share.emerging',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 10% of the recent periods, the last fifth, and in fewer of the older ones',
  },
  former: {
    id: 'map.emerging.share.former',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 10% of the older periods, and in fewer of the recent ones, the last fifth',
  },
  intermittent: {
    id: 'map.emerging.share.intermittent',
    defaultMessage:
      '{side, select, hot {hot} other {cold}} in at least 10% of both the older and the recent periods, yet in fewer than 80% of all',
  },
  mixed: {
    id: 'map.emerging.share.mixed',
    defaultMessage: 'hot in at least 10% of some periods, cold in at least 10% of some',
  },
  none: {
    id: 'map.emerging.share.none',
    defaultMessage: 'in fewer than 10% of the periods was it more than chance',
  },
});

/** The rule that gave a cell its name, in words. */
export function ruleOf(pattern: Pattern, rule: 'trend' | 'shares'): MessageDescriptor {
  const [name] = pattern.split('_');
  const rules: Readonly<Record<string, MessageDescriptor>> = rule === 'trend' ? TREND_RULES : SHARE_RULES;
  return rules[name] ?? rules.none;
}
