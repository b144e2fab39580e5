/** What everybody is told of the December meeting of the made-up committee, in its two languages. Made up, every word. */
import type { DemoOwner } from './north-road-response.ts';

export const meetingAnswerSteps = {
  drafted: '2025-12-19T09:00:00.000Z',
  written: '2025-12-19T11:00:00.000Z',
  approved: '2025-12-19T15:00:00.000Z',
  translated: '2025-12-20T10:00:00.000Z',
  released: '2025-12-22T16:00:00.000Z',
};

export const meetingAnswerPromisesFrench: Readonly<Record<DemoOwner, string>> = {
  lighting: 'Réparer ou remplacer les neuf lampes des arrêts de North Road, et les garder allumées',
  buses: 'Déplacer les arrêts 3 et 5 du côté des magasins, avec un receveur aux portes aux heures de pointe',
  market:
    'Contrôler chaque semaine les étals de téléphones des deux marchés, et délivrer des papiers aux vendeurs honnêtes',
};
