import type { ComponentType } from 'react';
import type { MessageDescriptor } from 'react-intl';
import type { MethodId, RunOf } from '../../../api/runs.ts';

import type { Emphasis } from '../../../map/emphasis.ts';
import type { DataOf } from '../../../map/run-result.ts';
import type { QuestionId } from './questions.ts';

/** What the inspector gives a method: its run, and which part of the answer is selected. */
export interface CardProps<Id extends MethodId> {
  readonly run: RunOf<Id>;
  readonly id: string;
}

/** What tells which incidents a part of the answer is about. */
export interface EmphasisProps<Id extends MethodId> extends CardProps<Id> {
  readonly data: DataOf<Id> | null;
}

/** Everything the interface says about one method. */
export interface MethodView<Id extends MethodId> {
  readonly question: QuestionId;
  /** What it does and what it cannot tell. */
  readonly about: MessageDescriptor;
  /** Why this one for the question. */
  readonly why: MessageDescriptor;
  /** The layer whose legend stands with the answer; null when its rows have no place: it cannot be drawn, nor be GeoJSON. */
  readonly layer: string | null;
  readonly Form: ComponentType;
  /** Rows of the list of facts: what was computed and with which parameters. */
  readonly Facts: ComponentType<{ run: RunOf<Id> }>;
  /** The result in plain words and as a table. */
  readonly Answer: ComponentType<{ run: RunOf<Id> }> | null;
  /** The incidents that a selected part is about, where it is a time and not a place. */
  readonly emphasis?: (props: EmphasisProps<Id>) => Emphasis | null;
  /** Why is this coloured? */
  readonly Card: ComponentType<CardProps<Id>> | null;
}
