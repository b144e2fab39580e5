import type { Store } from './store/ports.ts';

export const ANSWER_DAYS = 'workspace.answerDays';
export const CONTACT_DAYS = 'workspace.contactDays';

/** Days within which a concern is answered, and for which a contact is kept once it is settled. */
export interface ConcernDays {
  answerDays: number;
  contactDays: number;
}

/** What holds until somebody decides otherwise: two weeks for an answer, three months for a contact. */
const UNLESS_SET: ConcernDays = { answerDays: 14, contactDays: 90 };

export async function concernDays({ settings }: Pick<Store, 'settings'>): Promise<ConcernDays> {
  const [answerDays, contactDays] = await Promise.all([
    settings.get(ANSWER_DAYS),
    settings.get(CONTACT_DAYS),
  ]);
  return {
    answerDays: Number(answerDays ?? UNLESS_SET.answerDays),
    contactDays: Number(contactDays ?? UNLESS_SET.contactDays),
  };
}
