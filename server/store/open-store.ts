import { join } from 'node:path';
import { projectRoot as ownRoot } from '../root.ts';
import { type AccountStore, createAccountStore } from './accounts.ts';
import { agendaStore } from './agendas.ts';
import { aggregateStore } from './aggregates.ts';
import { annotationStore } from './annotations.ts';
import { areaStore } from './areas.ts';
import { assetStore } from './assets.ts';
import { attachmentStore } from './attachments.ts';
import { auditStore } from './audit.ts';
import type { Backend } from './backend.ts';
import { ballotStore } from './ballots.ts';
import { categoryStore } from './categories.ts';
import { commitmentStore } from './commitments.ts';
import { committeeStore } from './committees.ts';
import { concernPhotoStore } from './concern-photos.ts';
import { concernStore } from './concerns.ts';
import { datasetStore } from './datasets.ts';
import { decisionStore } from './decisions.ts';
import { evaluationStore } from './evaluations.ts';
import { exhibitStore } from './exhibits.ts';
import { idempotencyStore } from './idempotency.ts';
import { createIdentityStore, type IdentityStore } from './identities.ts';
import { importStore } from './imports.ts';
import { incidentStore } from './incidents.ts';
import { meetingDoorStore } from './meeting-doors.ts';
import { meetingHealthStore } from './meeting-health.ts';
import { meetingStore } from './meetings.ts';
import { membershipStore } from './memberships.ts';
import { mentionStore } from './mentions.ts';
import { minutesStore } from './minutes.ts';
import { openingStore } from './openings.ts';
import { organisationStore } from './organisations.ts';
import { createPersonalDataStore, type PersonalDataStore } from './personal-data.ts';
import type { Store } from './ports.ts';
import { problemItemStore } from './problem-items.ts';
import { problemPartStore } from './problem-parts.ts';
import { problemStore } from './problems.ts';
import { protectedAssetStore } from './protected-assets.ts';
import { publicAnswerStore } from './public-answers.ts';
import { publicationStore } from './publications.ts';
import { recordingChangeStore } from './recording-changes.ts';
import { responseCardStore } from './response-cards.ts';
import { retentionStore } from './retention.ts';
import { runStore } from './runs.ts';
import { searchStore } from './search.ts';
import { createFactorStore, type FactorStore } from './second-factors.ts';
import { createSessionStore, type SessionStore } from './sessions.ts';
import { settingStore } from './settings.ts';
import { openSqlite } from './sqlite/backend.ts';
import { readMigrations } from './sqlite/migrate.ts';
import type { Patience } from './sqlite/patience.ts';
import { streetStore } from './streets.ts';

export interface OpenStore extends Store {
  /** Who may sign in; of no concern to the routes. */
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly factors: FactorStore;
  readonly identities: IdentityStore;
  readonly personalData: PersonalDataStore;
}

export interface StoreOptions {
  /** Where the database lies; ':memory:' for one that ends with the process. */
  file: string;
  /** The folder of the checkout, where the migrations lie. */
  projectRoot?: string;
  /** Another folder of migrations. */
  migrations?: string;
  /** How long a write waits while an import holds the store. */
  patience?: Patience;
}

/** Opens the store and brings its schema to the newest version. */
export async function openStore({
  file,
  projectRoot,
  migrations,
  patience,
}: StoreOptions): Promise<OpenStore> {
  const folder = migrations ?? join(projectRoot ?? ownRoot, 'server/store/sqlite/migrations');
  const at = new Date().toISOString();
  const backend = await openSqlite(file, readMigrations(folder), { at, patience });
  return {
    ...storeOver(backend),
    accounts: createAccountStore(backend),
    sessions: createSessionStore(backend),
    factors: createFactorStore(backend),
    identities: createIdentityStore(backend),
    personalData: createPersonalDataStore(backend),
  };
}

function storeOver(backend: Backend): Store {
  return {
    settings: settingStore(backend),
    datasets: datasetStore(backend),
    areas: areaStore(backend),
    categories: categoryStore(backend),
    incidents: incidentStore(backend),
    imports: importStore(backend),
    assets: assetStore(backend),
    protectedAssets: protectedAssetStore(backend),
    aggregates: aggregateStore(backend),
    streets: streetStore(backend),
    problems: problemStore(backend),
    problemParts: problemPartStore(backend),
    problemItems: problemItemStore(backend),
    attachments: attachmentStore(backend),
    openings: openingStore(backend),
    exhibits: exhibitStore(backend),
    evaluations: evaluationStore(backend),
    recordingChanges: recordingChangeStore(backend),
    retention: retentionStore(backend),
    annotations: annotationStore(backend),
    mentions: mentionStore(backend),
    concerns: concernStore(backend),
    concernPhotos: concernPhotoStore(backend),
    search: searchStore(backend),
    organisations: organisationStore(backend),
    commitments: commitmentStore(backend),
    responseCards: responseCardStore(backend),
    committees: committeeStore(backend),
    meetings: meetingStore(backend),
    meetingDoors: meetingDoorStore(backend),
    ballots: ballotStore(backend),
    decisions: decisionStore(backend),
    agendas: agendaStore(backend),
    minutes: minutesStore(backend),
    meetingHealth: meetingHealthStore(backend),
    runs: runStore(backend),
    publications: publicationStore(backend),
    publicAnswers: publicAnswerStore(backend),
    memberships: membershipStore(backend),
    audit: auditStore(backend),
    idempotency: idempotencyStore(backend),
    async ping() {
      await backend.db.selectFrom('setting').select('key').limit(1).execute();
    },
    trouble: () => backend.trouble(),
    close: () => backend.close(),
  };
}
