import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { MethodId } from './api/runs.ts';

/** What a method does and what it cannot tell: stands where it is asked, and under its answer on paper. */
export const METHOD_ABOUTS: Readonly<Record<MethodId, MessageDescriptor>> = defineMessages({
  'asset-rings': {
    id: 'map.method.rings.about',
    defaultMessage:
      'Incidents in rings round each kind of asset are compared with the area beyond. It tells round which kinds there is more than elsewhere; it cannot tell that the asset is the cause: busy streets have both.',
  },
  bursts: {
    id: 'map.method.bursts.about',
    defaultMessage:
      'The last days are watched against an earlier baseline: has the daily count crept up, and was some week fuller than chance gives? It keeps to a number of false alarms that is agreed beforehand; it cannot tell why, and it knows no seasons.',
  },
  change: {
    id: 'map.method.change.about',
    defaultMessage:
      'Each cell is counted in two periods and tested. It tells where there are more or fewer than chance explains; it cannot tell why, and a cell that is not coloured may have changed too little to see.',
  },
  concentration: {
    id: 'map.method.concentration.about',
    defaultMessage:
      'Incidents are counted by place and the places put in order. It tells how few places have how much; it cannot tell why, and with few incidents any map looks concentrated, which the generalised Gini allows for.',
  },
  counts: {
    id: 'map.method.counts.about',
    defaultMessage:
      'Incidents are counted in cells of one size or in areas, there with a rate per 1,000 residents. It tells where most happens; it cannot tell whether that is more than chance, and residents are not everybody who passes through.',
  },
  'data-clock': {
    id: 'map.method.clock.about',
    defaultMessage:
      'Incidents by hour and weekday in local time; where only a span is known, each is spread over the hours in which it may have happened (aoristic). It tells when most happens; it cannot tell when if nobody knows, and shows how many those are.',
  },
  dbscan: {
    id: 'map.method.dbscan.about',
    defaultMessage:
      'Incidents that lie densely together are put in one cluster, of any shape. It tells which incidents those are; it does not test against chance, and another radius gives other clusters.',
  },
  'dual-density': {
    id: 'map.method.dual.about',
    defaultMessage:
      'Two smooth maps are divided: the incidents of the filter by other incidents, or by residents. It tells where incidents are denser than what they are compared with; it does not test against chance, and residents are not those who pass through.',
  },
  'emerging-hotspots': {
    id: 'map.method.emerging.about',
    defaultMessage:
      'Each cell is tested in every period and its history named: new, persistent, fading and so on. It tells where something begins or ends; it cannot tell why, and says little with fewer than ten periods.',
  },
  'hit-rate': {
    id: 'map.method.hitRate.about',
    defaultMessage:
      'The last period is hidden, maps are drawn from what came before, and the hidden incidents are counted on them. It tells which map would have been right last time; it cannot promise the next.',
  },
  'kernel-density': {
    id: 'map.question.density.about',
    defaultMessage:
      'A smooth surface of incidents per km² (kernel density). It shows where most happens; it cannot tell whether a peak is more than chance, nor why it is there.',
  },
  'local-gi-star': {
    id: 'map.question.hotspots.about',
    defaultMessage:
      'Each cell with its neighbours is compared with all cells (Getis–Ord Gi*). It tells where many lie together more than chance would; it cannot tell why, and says nothing about people who live there.',
  },
  'local-moran': {
    id: 'map.method.moran.about',
    defaultMessage:
      'Each cell is compared with its neighbours. It tells busy cells among busy ones, quiet among quiet, and the odd ones out; it cannot tell why, and says nothing about people who live there.',
  },
  'location-quotient': {
    id: 'map.method.quotient.about',
    defaultMessage:
      'What part of the incidents of an area are of the filter is compared with the part they are in all areas. It tells what an area has more of than others for its size; it cannot tell that there is much of it: two areas with the same number can have quotients above and below 1.',
  },
  'near-repeat': {
    id: 'map.method.nearRepeat.about',
    defaultMessage:
      'All pairs of incidents are counted by how far apart they are in space and in time. It tells whether incidents follow each other nearby more often than chance; it cannot tell that the same person came back, or that one caused the other.',
  },
  'nearest-neighbour': {
    id: 'map.method.nearest.about',
    defaultMessage:
      'The distance from each incident to the nearest other one is compared with incidents that could lie anywhere in the region. It tells whether they keep together at all; it cannot tell where, and as people and streets keep together, most kinds of incidents do.',
  },
  'point-pattern-test': {
    id: 'map.method.pattern.about',
    defaultMessage:
      'Every place’s share of all incidents is compared between two periods. It tells whether the pattern has moved, whatever the total did; it cannot tell whether a place got more or fewer incidents.',
  },
  'risk-terrain': {
    id: 'map.method.terrain.about',
    defaultMessage:
      'Up to eight kinds of assets are looked at together: how many times as many incidents there are near them, and where several come together. It is a work sheet for a discussion about places; it cannot tell who is there, nor that anything will happen, and it is never published.',
  },
  scan: {
    id: 'map.method.scan.about',
    defaultMessage:
      'Circles of all sizes are laid over the map and the most unlikely ones are kept. It tells where, and for how long, there were more than chance explains; it cannot tell the exact edge of the place, nor that the ground outside is safe.',
  },
  trend: {
    id: 'map.method.trend.about',
    defaultMessage:
      'Whole months (or weeks, days, quarters) are counted and compared by their length. It tells whether incidents become more or fewer, and which months stand out from chance and from the season; it cannot tell why, nor whether it goes on.',
  },
});
