import { defineMessages, type MessageDescriptor } from 'react-intl';

type Fault =
  | 'typed_before'
  | 'no_group'
  | 'no_number'
  | 'nothing_marked'
  | 'too_many_dots'
  | 'one_only'
  | 'not_a_ranking'
  | 'no_square'
  | 'no_what'
  | 'more_than_public'
  | 'no_sex'
  | 'no_age'
  | 'no_answer';

/** What is wrong with a row, and what to do. */
export const FAULT_WORDS: Readonly<Record<Fault, MessageDescriptor>> = defineMessages({
  typed_before: {
    id: 'typeBack.fault.before',
    defaultMessage: 'This row was typed before and is counted. Empty it, or take the next number.',
  },
  no_group: {
    id: 'typeBack.fault.group',
    defaultMessage: 'The group is a number from 1 to 6, or empty where nothing is marked.',
  },
  no_number: { id: 'typeBack.fault.number', defaultMessage: 'Type whole numbers, or a cross for a box.' },
  nothing_marked: {
    id: 'typeBack.fault.nothing',
    defaultMessage: 'Nothing is marked. A slip without a mark is not counted: empty the row.',
  },
  too_many_dots: {
    id: 'typeBack.fault.dots',
    defaultMessage: 'These are more dots than one person has. Look at the slip again.',
  },
  one_only: { id: 'typeBack.fault.one', defaultMessage: 'Only one box counts. Look at the slip again.' },
  not_a_ranking: {
    id: 'typeBack.fault.ranking',
    defaultMessage: 'A ranking goes 1, 2, 3 without a gap and without the same twice.',
  },
  no_square: {
    id: 'typeBack.fault.square',
    defaultMessage: 'This square is not on the map. Write it as C7, or leave it empty.',
  },
  no_what: { id: 'typeBack.fault.what', defaultMessage: 'Write what happens there.' },
  more_than_public: {
    id: 'typeBack.fault.public',
    defaultMessage: 'More than of the public in all. Correct one of the two.',
  },
  no_sex: { id: 'typeBack.fault.sex', defaultMessage: 'Sex is 1 for a woman, 2 for a man, or empty.' },
  no_age: {
    id: 'typeBack.fault.age',
    defaultMessage: 'Age is 1 under 25, 2 from 25 to 59, 3 from 60, or empty.',
  },
  no_answer: {
    id: 'typeBack.fault.answer',
    defaultMessage: 'Answers are 1 for yes and 0 for no, and there is at least one.',
  },
});

export const GRID_WORDS = defineMessages({
  row: { id: 'typeBack.row', defaultMessage: 'Row' },
  note: { id: 'typeBack.note', defaultMessage: 'What becomes of it' },
  total: { id: 'typeBack.total', defaultMessage: 'So far' },
  group: { id: 'typeBack.group', defaultMessage: 'Group 1–6' },
  counted: { id: 'typeBack.counted', defaultMessage: 'Counted' },
});
