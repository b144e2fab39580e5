import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { DbscanAnswer } from './answer.tsx';
import { ClusterCard } from './card.tsx';
import { DbscanFacts } from './facts.tsx';
import { DbscanForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.dbscan.why',
    defaultMessage: 'It names the very incidents, whatever the shape of the place, and needs no cells.',
  },
});

export const dbscanView: MethodView<'dbscan'> = {
  question: 'chance',
  ...TEXTS,
  about: METHOD_ABOUTS.dbscan,
  layer: 'clusters',
  Form: DbscanForm,
  Facts: DbscanFacts,
  Answer: DbscanAnswer,
  Card: ClusterCard,
};
