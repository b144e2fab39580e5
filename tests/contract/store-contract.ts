import { describe } from 'vitest';
import type { OpenStore } from '../../server/store/open-store.ts';
import { caseWorkContract } from './case-work-contract.ts';
import { incidentContract } from './incident-contract.ts';
import { placeContract } from './place-contract.ts';
import { recordContract } from './record-contract.ts';

/** A fresh store with the schema and no rows; the suite closes it. */
export type OpenFresh = () => Promise<OpenStore>;

/** What every backend has to do. Run it once a backend. */
export function storeContract(name: string, open: OpenFresh): void {
  describe(`store contract: ${name}`, () => {
    placeContract(open);
    incidentContract(open);
    caseWorkContract(open);
    recordContract(open);
  });
}
