import { defineMessages } from 'react-intl';

/** What a reader must know of an answer about times, chains, clusters, places and scans; by the code of the warning. */
export const WARNING_MESSAGES = defineMessages({
  permutations_too_few_for_correction: {
    id: 'map.warning.permutations',
    defaultMessage:
      'Nothing is named: {value, number} permutations cannot show what would count among so many places. Ask with more.',
  },
  without_time: {
    id: 'map.warning.withoutTime',
    defaultMessage:
      '{value, plural, one {# incident has} other {# incidents have}} no time and cannot be in the answer.',
  },
  outside_periods: {
    id: 'map.warning.outsidePeriods',
    defaultMessage: '{value, plural, one {# incident lies} other {# incidents lie}} in neither period.',
  },
  unequal_lengths: {
    id: 'map.warning.unequalLengths',
    defaultMessage:
      'The second period is {value, number} times as long as the first. The test allows for it; plain counts do not compare.',
  },
  unequal_weekdays: {
    id: 'map.warning.unequalWeekdays',
    defaultMessage:
      'The periods hold other weekdays; the shorter has {value, plural, one {# day} other {# days}}.',
  },
  few_incidents: {
    id: 'map.warning.fewIncidents',
    defaultMessage:
      'Only {value, plural, one {# incident} other {# incidents}} in all: hardly anything can be told from chance.',
  },
  few_periods: {
    id: 'map.warning.fewPeriods',
    defaultMessage:
      'Only {value, plural, one {# period} other {# periods}}: shares of them and trends mean little.',
  },
  empty_periods: {
    id: 'map.warning.emptyPeriods',
    defaultMessage:
      '{value, plural, one {# period has} other {# periods have}} no incident. Is the data complete?',
  },
  unfinished_period: {
    id: 'map.warning.unfinishedPeriod',
    defaultMessage:
      '{value, plural, one {# incident} other {# incidents}} before the first whole period left out.',
  },
  positions_shared: {
    id: 'map.warning.positionsShared',
    defaultMessage:
      '{value, number, ::percent} of the incidents stand at exactly the place of another. If positions were moved to fixed points, near pairs are an artefact.',
  },
  dates_coarse: {
    id: 'map.warning.datesCoarse',
    defaultMessage: 'Dates lie {value, plural, one {# day} other {# days}} apart: they seem to be rounded.',
  },
  one_date: {
    id: 'map.warning.oneDate',
    defaultMessage:
      '{value, plural, one {The # incident is} other {All # incidents are}} of one day: nothing can be told about times.',
  },
  month_only: {
    id: 'map.warning.monthOnly',
    defaultMessage:
      '{value, plural, one {# incident} other {# incidents}} left out: only the month is known.',
  },
  approximate_left_out: {
    id: 'map.warning.approximateLeftOut',
    defaultMessage:
      '{value, plural, one {# incident} other {# incidents}} left out: the position was snapped or is the middle of an area.',
  },
  date_only: {
    id: 'map.warning.dateOnly',
    defaultMessage:
      'Of {value, plural, one {# incident} other {# incidents}} only the date is known: counted by weekday, not by hour.',
  },
  long_spans: {
    id: 'map.warning.longSpans',
    defaultMessage:
      '{value, plural, one {# incident} other {# incidents}} took a week or longer, or only the month is known: nobody knows the hour.',
  },
  no_end: {
    id: 'map.warning.noEnd',
    defaultMessage:
      '{value, plural, one {# incident has} other {# incidents have}} no end: all of each is given to the hour of its start.',
  },
  one_cluster_holds_most: {
    id: 'map.warning.oneCluster',
    defaultMessage:
      'One cluster holds {value, number, ::percent} of the incidents: choose a smaller radius or a higher minimum.',
  },
  list_shortened: {
    id: 'map.warning.listShortened',
    defaultMessage: 'The list shows the largest of {value, number}; all are in the result.',
  },
  places_unknown: {
    id: 'map.warning.placesUnknown',
    defaultMessage:
      'Places without incidents are not known: all shares are of the {value, plural, one {# place} other {# places}} with incidents.',
  },
  ambiguous_street: {
    id: 'map.warning.ambiguousStreet',
    defaultMessage:
      '{value, plural, one {# incident is} other {# incidents are}} as near to a second street: which one is a guess.',
  },
  without_street: {
    id: 'map.warning.withoutStreet',
    defaultMessage: '{value, plural, one {# incident is} other {# incidents are}} too far from every street.',
  },
  ambiguous_asset: {
    id: 'map.warning.ambiguousAsset',
    defaultMessage:
      '{value, plural, one {# incident is} other {# incidents are}} as near to a second asset: which one is a guess.',
  },
  without_asset: {
    id: 'map.warning.withoutAsset',
    defaultMessage:
      '{value, plural, one {# incident is near none of the assets and is} other {# incidents are near none of the assets and are}} not counted.',
  },
  outside_areas: {
    id: 'map.warning.outsideAreas',
    defaultMessage:
      '{value, plural, one {# incident lies} other {# incidents lie}} in no area that can be used.',
  },
  areas_without_population: {
    id: 'map.warning.areasWithoutPopulation',
    defaultMessage:
      '{value, plural, one {# area has} other {# areas have}} no population and cannot be in the answer.',
  },
  rate_without_population: {
    id: 'map.warning.rateWithoutPopulation',
    defaultMessage:
      '{value, plural, one {# area has} other {# areas have}} no known population and so no rate.',
  },
  rate_small_population: {
    id: 'map.warning.rateSmallPopulation',
    defaultMessage:
      'In {value, plural, one {# area} other {# areas}} so few people live that a rate would mislead: counted, not coloured by a rate.',
  },
  areas_cut_off: {
    id: 'map.warning.areasCutOff',
    defaultMessage:
      '{value, plural, one {# area reaches} other {# areas reach}} beyond the chosen region: counted inside it, without a rate.',
  },
  areas_overlap: {
    id: 'map.warning.areasOverlap',
    defaultMessage:
      '{value, plural, one {# incident lies} other {# incidents lie}} in more than one area and count in each: the counts do not add up.',
  },
  short_period: {
    id: 'map.warning.shortPeriod',
    defaultMessage:
      'Rates a year are carried on from {value, plural, one {# day} other {# days}}: other seasons may differ.',
  },
  assets_outside: {
    id: 'map.warning.assetsOutside',
    defaultMessage: '{value, plural, one {# asset lies} other {# assets lie}} outside the region.',
  },
  coarse_ground: {
    id: 'map.warning.coarseGround',
    defaultMessage:
      'The ground was measured in steps of {value, number, ::.} m, coarse for the narrowest ring. Choose a smaller area or wider rings.',
  },
  guesses_drawn_later: {
    id: 'map.warning.guessesDrawnLater',
    defaultMessage:
      '{value, plural, one {# guess was} other {# guesses were}} drawn or changed after the hidden period had begun: whoever drew {value, plural, one {it} other {them}} may have known what happened.',
  },
  kinds_left_out: {
    id: 'map.warning.kindsLeftOut',
    defaultMessage:
      '{value, plural, one {# more kind of asset was} other {# more kinds of assets were}} left out: there are at most eight factors. Choose them by hand.',
  },
  overlapping_factors: {
    id: 'map.warning.overlappingFactors',
    defaultMessage:
      'Two of the {value, number} factors are near in almost the same cells: how their weight is shared between them is a guess.',
  },
  unfinished_ends: {
    id: 'map.warning.unfinishedEnds',
    defaultMessage:
      '{value, plural, one {# incident} other {# incidents}} before the first or after the last whole period left out.',
  },
  missing_periods: {
    id: 'map.warning.missingPeriods',
    defaultMessage:
      'In {value, plural, one {# period} other {# periods}} the data have nothing of any kind: taken as missing, not as none.',
  },
  uneven_coverage: {
    id: 'map.warning.unevenCoverage',
    defaultMessage:
      '{value, plural, one {# data set is} other {# data sets are}} about a part of the time only: where one begins or ends, the sum takes a step. Choose one data set, or a shorter time.',
  },
  neighbours_alike: {
    id: 'map.warning.neighboursAlike',
    defaultMessage:
      'Neighbouring periods resemble one another beyond trend and season (correlation {value, number, ::.00}): the trend looks surer than it is.',
  },
  missing_days: {
    id: 'map.warning.missingDays',
    defaultMessage:
      'On {value, plural, one {# day} other {# days}} the data have nothing of any kind: taken as missing, not as none.',
  },
  days_uneven: {
    id: 'map.warning.daysUneven',
    defaultMessage:
      'Days vary more than pure chance makes them (variance {value, number, ::.#} times as large). The alarm line allows for it, but not for good and bad weeks in a row; the window looks more unusual than it is.',
  },
  periods_uneven: {
    id: 'map.warning.periodsUneven',
    defaultMessage:
      'Periods vary more than pure chance makes them (variance {value, number, ::.#} times as large): incidents come in waves or seasons. Poisson limits would call many periods unusual.',
  },
  small_expected: {
    id: 'map.warning.smallExpected',
    defaultMessage:
      'In {value, plural, one {# place} other {# places}} fewer than five incidents were to be expected in a period: hardly anything can differ there. Larger places, or longer periods, tell more.',
  },
  maps_left_out: {
    id: 'map.warning.mapsLeftOut',
    defaultMessage: '{value, plural, one {# map} other {# maps}} left out: too little to draw them from.',
  },
});
