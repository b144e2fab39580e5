import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { DbscanAnswer } from './answer.tsx';
import { ClusterCard } from './card.tsx';
import { DbscanFacts } from './facts.tsx';
import { DbscanForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.dbscan.about',
    defaultMessage:
      'Incidents that lie densely together are put in one cluster, of any shape. It tells which incidents those are; it does not test against chance, and another radius gives other clusters.',
  },
  why: {
    id: 'map.method.dbscan.why',
    defaultMessage: 'It names the very incidents, whatever the shape of the place, and needs no cells.',
  },
});

export const dbscanView: MethodView<'dbscan'> = {
  question: 'chance',
  ...TEXTS,
  layer: 'clusters',
  Form: DbscanForm,
  Facts: DbscanFacts,
  Answer: DbscanAnswer,
  Card: ClusterCard,
};
