import { defineMessages, type MessageDescriptor } from 'react-intl';

const WORDS = defineMessages({
  summary: { id: 'case-file.summary', defaultMessage: 'Summary' },
  scanning: { id: 'stage.scanning', defaultMessage: 'Scanning' },
  analysis: { id: 'stage.analysis', defaultMessage: 'Analysis' },
  response: { id: 'stage.response', defaultMessage: 'Response' },
  assessment: { id: 'stage.assessment', defaultMessage: 'Assessment' },
  agency: { id: 'case-file.agency', defaultMessage: 'Agency and officer information' },
  photos: { id: 'attachments.title', defaultMessage: 'Photos and documents' },
  documents: { id: 'case-file.documents', defaultMessage: 'Documents of the case' },
  document: { id: 'case-file.document', defaultMessage: 'What it is' },
  documentKind: { id: 'case-file.document-kind', defaultMessage: 'Kind' },
  documentFile: { id: 'case-file.document-file', defaultMessage: 'File' },
  exhibits: { id: 'case-file.exhibits', defaultMessage: 'Annex: kept answers' },
  history: { id: 'case-file.history', defaultMessage: 'Annex: from stage to stage' },
  methods: { id: 'case-file.methods', defaultMessage: 'Annex: data and methods' },
  nothing: { id: 'part.none', defaultMessage: 'Nothing is written down here yet.' },
  workspace: { id: 'case-file.workspace', defaultMessage: 'Workspace' },
  reference: { id: 'case-file.reference', defaultMessage: 'Reference' },
  stage: { id: 'case-file.stage', defaultMessage: 'Stage' },
  opened: { id: 'case-file.opened', defaultMessage: 'Opened' },
  changed: { id: 'case-file.changed', defaultMessage: 'Last changed' },
  statement: { id: 'case-file.statement', defaultMessage: 'The problem' },
  objective: { id: 'objective.title', defaultMessage: 'Objective' },
  objectiveText: {
    id: 'case-file.objective',
    defaultMessage: '{measure}: from {baseline, number} to {target, number} by {day}',
  },
  done: { id: 'case-file.done', defaultMessage: 'What was done' },
  result: { id: 'case-file.result', defaultMessage: 'Result' },
  ownWords: { id: 'case-file.own-words', defaultMessage: 'In the words of those who answer for it' },
  decision: { id: 'case-file.decision', defaultMessage: 'Decision' },
  score: { id: 'case-file.score', defaultMessage: '{score, number} of 5' },
  entry: { id: 'case-file.entry', defaultMessage: '{title} {number, number}' },
  noPlan: { id: 'case-file.no-plan', defaultMessage: 'No evaluation plan was written.' },
  plan: { id: 'evaluation.title', defaultMessage: 'Evaluation plan' },
  planGround: {
    id: 'case-file.ground',
    defaultMessage: 'Where the response was, what it was compared with, and the streets around',
  },
  locked: {
    id: 'case-file.locked',
    defaultMessage: 'Proposed on {proposed}, and locked by somebody else on {locked}.',
  },
  amendment: { id: 'case-file.amendment', defaultMessage: 'Amendment of {day}: {text} Why: {reason}' },
  test: { id: 'result.title', defaultMessage: 'The agreed test' },
  noResult: { id: 'case-file.no-result', defaultMessage: 'It has not been computed.' },
  countsHidden: {
    id: 'result.counts-hidden',
    defaultMessage: 'The counts are so small that they are shown to those alone who see the incidents.',
  },
  looks: {
    id: 'case-file.looks',
    defaultMessage:
      '{others, plural, =0 {No exploratory looks were taken besides.} one {# exploratory look was taken besides; it is not in this file.} other {# exploratory looks were taken besides; they are not in this file.}}',
  },
  commitments: { id: 'case-file.commitments', defaultMessage: 'Commitments' },
  commitment: { id: 'case-file.commitment', defaultMessage: 'What was promised' },
  owner: { id: 'case-file.owner', defaultMessage: 'By whom' },
  due: { id: 'case-file.due', defaultMessage: 'Due' },
  state: { id: 'case-file.state', defaultMessage: 'State' },
  said: { id: 'case-file.said', defaultMessage: '{title}: {commitment}' },
  lead: { id: 'case-file.lead', defaultMessage: 'Leads the case' },
  coLead: { id: 'case-file.co-lead', defaultMessage: 'Leads it with them' },
  partners: { id: 'case-file.partners', defaultMessage: 'Organisations that made commitments' },
  ofPolice: { id: 'file.of-police', defaultMessage: 'A member of the police' },
  ofCommunity: { id: 'file.of-community', defaultMessage: 'A member of the community' },
  noNames: {
    id: 'case-file.no-names',
    defaultMessage: 'People are given by their office, not by name.',
  },
  day: { id: 'case-file.day', defaultMessage: 'Day' },
  to: { id: 'case-file.to', defaultMessage: 'To' },
  reason: { id: 'case-file.reason', defaultMessage: 'Why' },
  moves: { id: 'case-file.moves', defaultMessage: 'Every move of the case, backward ones too' },
  exhibitOf: { id: 'case-file.exhibit', defaultMessage: 'Exhibit {number, number}: {name}' },
  exhibitShort: { id: 'case-file.exhibit-short', defaultMessage: 'Exhibit {number, number}' },
  exhibitGone: {
    id: 'case-file.exhibit-gone',
    defaultMessage: 'an answer that is not in this file',
  },
  exhibitsHidden: {
    id: 'case-file.exhibits-hidden',
    defaultMessage: 'The answers that are kept on this case are for those who see its incidents.',
  },
  exhibitsNone: {
    id: 'case-file.exhibits-none',
    defaultMessage: 'No answers are kept on this case.',
  },
  notDrawn: {
    id: 'case-file.not-drawn',
    defaultMessage: 'The result of this answer could not be read, so that it is not drawn.',
  },
  caseArea: { id: 'case-file.case-area', defaultMessage: 'Place of the case' },
  method: { id: 'case-file.method', defaultMessage: 'Method' },
  methodText: {
    id: 'map.facts.methodOf',
    defaultMessage: '{name}, version {version, number}',
  },
  counted: { id: 'case-file.counted', defaultMessage: 'Incidents (n)' },
  countedText: {
    id: 'map.notes.counts',
    defaultMessage:
      '{n, plural, one {# incident} other {# incidents}}{unlocated, plural, =0 {} other {; # without a position left out}}{outside, plural, =0 {} other {; # outside the region}}{few, select, true {. Too few to say: nothing is coloured} other {}}.',
  },
  assetsText: { id: 'case-file.assets', defaultMessage: 'the list of assets' },
  drawnArea: { id: 'case-file.drawn-area', defaultMessage: 'Areas drawn here' },
  clock: {
    id: 'case-file.clock',
    defaultMessage: 'Incidents by weekday and hour of the day (0 to 23), the more the darker',
  },
  which: { id: 'case-file.which', defaultMessage: 'Which incidents' },
  parameters: { id: 'case-file.parameters', defaultMessage: 'Parameters' },
  caveats: { id: 'case-file.caveats', defaultMessage: 'To be kept in mind' },
  data: { id: 'case-file.data', defaultMessage: 'Data' },
  versionText: { id: 'map.notes.version', defaultMessage: '{name} version {version}' },
  madeText: {
    id: 'case-file.made',
    defaultMessage: '{day}; result {digest}. The same data and parameters give the same result.',
  },
  made: { id: 'case-file.made-on', defaultMessage: 'Made' },
  unpublishable: { id: 'exhibit.unpublishable', defaultMessage: 'Not for publication' },
  rule: { id: 'case-file.rule', defaultMessage: 'Incidents of this case' },
  noRule: {
    id: 'case-file.no-rule',
    defaultMessage: 'No rule was made; incidents were put in by hand.',
  },
  testMade: { id: 'case-file.test-made', defaultMessage: 'How the test was made' },
  testMeans: {
    id: 'case-file.test-means',
    defaultMessage:
      'The weighted displacement difference compares the change in the treated area with the change in the comparison area, and the streets around either in the same way. It assumes that without the response both would have changed by about the same number, and that incidents come independently of each other: crimes in series make the true interval wider. It does not show why something changed.',
  },
  ratioMeans: {
    id: 'case-file.ratio-means',
    defaultMessage:
      'The ratio of ratios says by what factor the treated area changed against the comparison; 1 is no difference. The displacement quotient says how much of the gain came back in the streets around (below 0) or spread there (above 0).',
  },
  recorded: {
    id: 'case-file.recorded',
    defaultMessage:
      'Recorded incidents are what was reported and written down, not all that happened. Places may be rounded, as each reader is allowed to see them.',
  },
  figure: { id: 'case-file.figure', defaultMessage: 'Figure {number, number}. {caption}' },
  table: { id: 'case-file.table', defaultMessage: 'Table {number, number}. {label}' },
  key: { id: 'case-file.key', defaultMessage: '{picture}. {key}' },
  map: { id: 'case-file.map', defaultMessage: 'Map: {names}' },
  page: { id: 'case-file.page', defaultMessage: 'Page' },
});

/** What the case file says besides the words of the case itself: plain descriptors, each with values of its own. */
export const FILE_WORDS: Readonly<Record<keyof typeof WORDS, MessageDescriptor>> = WORDS;
