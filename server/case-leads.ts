import { createReadersOf } from './case-readers.ts';
import type { AppDeps } from './deps.ts';
import { accountsIn, LEAD_ACCOUNTS, type Leads } from './domain/case/leads.ts';
import { Unusable } from './errors.ts';
import type { Problem } from './store/ports.ts';

/** Whoever may write on a case works on it: its notes are open to all who do. */
const WORKS = 'annotation.change';

/** The accounts that can lead a case, and those that do, by their names of today. */
export function createCaseLeads(deps: Pick<AppDeps, 'store' | 'clock' | 'auth'>) {
  const workerIds = async (problem: Problem) => (await createReadersOf(deps, WORKS))(problem);

  return {
    async workers(problem: Problem): Promise<{ id: string; name: string }[]> {
      const ids = await workerIds(problem);
      const accounts = (await deps.auth.accounts()).filter(({ id }) => ids.has(id));
      return accounts
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    /** `works`: whether they still may, today. */
    async people(problem: Problem): Promise<{ id: string; name: string; works: boolean }[]> {
      const { body } = await deps.store.problemParts.get(problem.id, 'leads');
      const meant = accountsIn(body);
      if (meant.length === 0) return [];
      const ids = await workerIds(problem);
      const accounts = await deps.auth.accounts();
      return meant.flatMap((id) => {
        const name = accounts.find((account) => account.id === id)?.name;
        return name === undefined ? [] : [{ id, name, works: ids.has(id) }];
      });
    },
    /** Nobody is made to lead what they cannot work on; whoever led it before may stay written down. */
    async require(problem: Problem, before: Leads | null, after: Leads): Promise<void> {
      const known = accountsIn(before);
      const fresh = LEAD_ACCOUNTS.filter((field) => {
        const id = after[field];
        return id !== null && !known.includes(id);
      });
      if (fresh.length === 0) return;
      const ids = await workerIds(problem);
      const errors = fresh
        .filter((field) => !ids.has(after[field] ?? ''))
        .map((field) => ({ pointer: `/${field}`, detail: NOT_HERE }));
      if (errors.length > 0) throw new Unusable('does_not_work_on_case', NOT_HERE, errors);
    },
  };
}

const NOT_HERE =
  'This person may not work on the case. Choose somebody who may, write down an office, or open the case to the committee first.';
