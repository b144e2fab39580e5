import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { openAPIRouteHandler } from 'hono-openapi';
import type { AppDeps, AppEnv } from './deps.ts';
import { replyNotFound, replyToError, replyWrongMethod } from './error-reply.ts';
import { createGuests, type Guests } from './guests.ts';
import { requireGuest } from './middleware/guest.ts';
import { idempotency } from './middleware/idempotency.ts';
import { requestBody } from './middleware/request-body.ts';
import { requestLog } from './middleware/request-log.ts';
import { ownHost, sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { requireSession } from './middleware/session.ts';
import { findWay } from './middleware/way.ts';
import { accountRoutes } from './routes/account.ts';
import { agendaItemRoutes, agendaRoutes } from './routes/agendas.ts';
import { aggregateRoutes } from './routes/aggregates.ts';
import { annotationRoutes } from './routes/annotations.ts';
import { areaRoutes } from './routes/areas.ts';
import { assetRoutes } from './routes/assets.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { auditRoutes } from './routes/audit.ts';
import { ballotRoutes } from './routes/ballots.ts';
import { basemapRoutes } from './routes/basemap.ts';
import { committeeFeedRoutes, dueDayRoutes, meetingCalendarRoutes } from './routes/calendar.ts';
import { caseFileRoutes } from './routes/case-files.ts';
import { caseOpeningRoutes } from './routes/case-openings.ts';
import { categoryRoutes } from './routes/categories.ts';
import { chainRoutes } from './routes/chain.ts';
import { commitmentLogRoutes } from './routes/commitment-log.ts';
import { commitmentRoutes } from './routes/commitments.ts';
import { committeeHealthRoutes } from './routes/committee-health.ts';
import { committeeRoutes } from './routes/committees.ts';
import { concernPhotoRoutes } from './routes/concern-photos.ts';
import { concernTriageRoutes } from './routes/concern-triage.ts';
import { concernRoutes } from './routes/concerns.ts';
import { datasetRoutes } from './routes/datasets.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { docsRoutes } from './routes/docs.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { eventRoutes } from './routes/events.ts';
import { exhibitRoutes } from './routes/exhibits.ts';
import { guestRoutes } from './routes/guest.ts';
import { guestConcernRoutes } from './routes/guest-concerns.ts';
import { guestEventRoutes } from './routes/guest-events.ts';
import { guestPhotoRoutes } from './routes/guest-photos.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { meetingDoorRoutes } from './routes/meeting-door.ts';
import { committeeAccountRoutes, meetingLinkRoutes } from './routes/meeting-links.ts';
import { meetingShowRoutes } from './routes/meeting-show.ts';
import { meetingStepRoutes } from './routes/meeting-steps.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { caseReaderRoutes, mentionRoutes } from './routes/mentions.ts';
import { minutesRoutes } from './routes/minutes.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { overviewRoutes } from './routes/overview.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { peopleRoutes } from './routes/people.ts';
import { ownDataRoutes, personDataRoutes } from './routes/personal-data.ts';
import { problemGateRoutes } from './routes/problem-gates.ts';
import { problemIncidentRoutes } from './routes/problem-incidents.ts';
import { problemItemRoutes } from './routes/problem-items.ts';
import { problemLeadRoutes } from './routes/problem-leads.ts';
import { problemPartRoutes } from './routes/problem-parts.ts';
import { problemTrendRoutes } from './routes/problem-trend.ts';
import { problemRoutes } from './routes/problems.ts';
import { protectedAssetRoutes } from './routes/protected-assets.ts';
import { proveAgainRoutes } from './routes/prove-again.ts';
import { ownProviderRoutes, providerSessionRoutes } from './routes/provider.ts';
import { publicAnswerRoutes, publishedAnswerRoutes } from './routes/public-answers.ts';
import { publicationRoutes, publishedRoutes } from './routes/publications.ts';
import { recordingChangeRoutes } from './routes/recording-changes.ts';
import { redLineRoutes } from './routes/red-lines.ts';
import { responseCardRoutes } from './routes/response-cards.ts';
import { retentionRoutes } from './routes/retention.ts';
import { runRoutes } from './routes/runs.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { streetRoutes } from './routes/streets.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** Routes whose replies are JSON and large; the small ones are faster as they are. */
const WORTH_COMPRESSING = [
  'areas',
  'assets',
  'categories',
  'concerns',
  'published/:id',
  'published-answers/:id',
  'publications/:id/table',
  'guest/map',
  'streets',
  'incidents/query',
  'openapi.json',
];

/** The whole API from its parts: no environment, no clock, no disk of its own. */
export function createApp(deps: AppDeps) {
  const app = new Hono<AppEnv>();
  app.onError(replyToError(deps.log));
  app.notFound(replyNotFound);
  app.use(requestId({ headerName: '' }), async (c, next) => {
    c.header('X-Request-Id', c.get('requestId'));
    await next();
  });
  app.use(requestLog(deps.log));
  app.use(findWay(deps.config));
  app.use(securityHeaders());
  app.use(ownHost(deps.config));
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store');
  });
  for (const path of WORTH_COMPRESSING) app.use(`/api/${path}`, compress());
  app.use(methodNotAllowed({ app, onMethodNotAllowed: replyWrongMethod }));
  const guests = createGuests(deps);
  app.use('/api/*', sameOrigin, requestBody, requireSession(deps), idempotency(deps));
  app.use('/api/guest/*', requireGuest(guests));
  const routes = apiRoutes(deps, guests);
  app.get('/api/openapi.json', openAPIRouteHandler(routes, { documentation: DOCUMENT }));
  app.route('/', routes);
  return app;
}

/** Chained, so that the types of all routes reach the typed client. */
function apiRoutes(deps: AppDeps, guests: Guests) {
  return new Hono<AppEnv>()
    .route('/api/health', healthRoutes(deps))
    .route('/api/meetings', meetingDoorRoutes(deps, guests))
    .route('/api/meetings', decisionRoutes(deps))
    .route('/api', ballotRoutes(deps))
    .route('/api/guest', guestRoutes(deps, guests))
    .route('/api/guest', guestConcernRoutes(deps))
    .route('/api/guest', guestPhotoRoutes(deps))
    .route('/api/guest/events', guestEventRoutes(deps, guests))
    .route('/api/session', sessionRoutes(deps))
    .route('/api/session/provider', providerSessionRoutes(deps))
    .route('/api/account', accountRoutes(deps))
    .route('/api/account/passkeys', passkeyRoutes(deps))
    .route('/api/account/data', ownDataRoutes(deps))
    .route('/api/account/proof', proveAgainRoutes(deps))
    .route('/api/account/provider', ownProviderRoutes(deps))
    .route('/api/people', peopleRoutes(deps))
    .route('/api/people', personDataRoutes(deps))
    .route('/api/audit', auditRoutes(deps))
    .route('/api/workspace', workspaceRoutes(deps))
    .route('/api/retention', retentionRoutes(deps))
    .route('/api/areas', areaRoutes(deps))
    .route('/api/categories', categoryRoutes(deps))
    .route('/api/datasets', datasetRoutes(deps))
    .route('/api/imports', importRoutes(deps))
    .route('/api/incidents', incidentRoutes(deps))
    .route('/api/assets', assetRoutes(deps))
    .route('/api/protected-assets', protectedAssetRoutes(deps))
    .route('/api/totals', aggregateRoutes(deps))
    .route('/api/red-lines', redLineRoutes(deps))
    .route('/api/streets', streetRoutes(deps))
    .route('/api/basemap', basemapRoutes(deps))
    .route('/api/runs', runRoutes(deps))
    .route('/api/publications', publicationRoutes(deps))
    .route('/api/published', publishedRoutes(deps))
    .route('/api/public-answers', publicAnswerRoutes(deps))
    .route('/api/published-answers', publishedAnswerRoutes(deps))
    .route('/api/problems', problemRoutes(deps))
    .route('/api/problems', problemIncidentRoutes(deps))
    .route('/api/problems', problemGateRoutes(deps))
    .route('/api/problems', caseFileRoutes(deps))
    .route('/api/problems', problemTrendRoutes(deps))
    .route('/api/problems', problemPartRoutes(deps))
    .route('/api/problems', problemItemRoutes(deps))
    .route('/api/problems', problemLeadRoutes(deps))
    .route('/api/problems', attachmentRoutes(deps))
    .route('/api/problems', caseOpeningRoutes(deps))
    .route('/api/problems', exhibitRoutes(deps))
    .route('/api/problems', evaluationRoutes(deps))
    .route('/api/recording-changes', recordingChangeRoutes(deps))
    .route('/api/response-cards', responseCardRoutes(deps))
    .route('/api/organisations', organisationRoutes(deps))
    .route('/api/commitments', commitmentRoutes(deps))
    .route('/api/commitments', commitmentLogRoutes(deps))
    .route('/api/committees', committeeRoutes(deps))
    .route('/api/committees', committeeHealthRoutes(deps))
    .route('/api/meetings', meetingRoutes(deps))
    .route('/api/meetings', meetingStepRoutes(deps))
    .route('/api/meetings', agendaRoutes(deps))
    .route('/api/meetings', minutesRoutes(deps))
    .route('/api/meetings', meetingShowRoutes(deps))
    .route('/api/committees', committeeAccountRoutes(deps))
    .route('/api/meetings', meetingLinkRoutes(deps))
    .route('/api/agenda-items', agendaItemRoutes(deps))
    .route('/api', meetingCalendarRoutes(deps))
    .route('/api', dueDayRoutes(deps))
    .route('/api', committeeFeedRoutes(deps))
    .route('/api/problems', caseReaderRoutes(deps))
    .route('/api/mentions', mentionRoutes(deps))
    .route('/api/annotations', annotationRoutes(deps))
    .route('/api/concerns', concernTriageRoutes(deps))
    .route('/api/concerns', concernPhotoRoutes(deps))
    .route('/api/concerns', concernRoutes(deps))
    .route('/api/overview', overviewRoutes(deps))
    .route('/api/chain', chainRoutes(deps))
    .route('/api/search', searchRoutes(deps))
    .route('/api/events', eventRoutes(deps))
    .route('/api/docs', docsRoutes());
}

const DOCUMENT = {
  info: {
    title: 'Common Ground',
    version: '1',
    description:
      'The API of the workbench. Writes on existing records carry If-Match with the version that was read; errors are application/problem+json; lists are {items, next}.',
  },
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey' as const,
        in: 'cookie' as const,
        name: 'common-ground.session_token',
        description: 'Over https its name begins with __Host-.',
      },
      guest: {
        type: 'apiKey' as const,
        in: 'cookie' as const,
        name: 'cg_guest',
        description:
          'A telephone at a meeting, for /api/guest alone. Over https its name begins with __Secure-.',
      },
    },
  },
  security: [{ session: [] }],
};

/** For the typed client. */
export type Api = ReturnType<typeof apiRoutes>;
export type { AttachmentKind, AttachmentType } from './domain/case/attachment.ts';
export type { CountedArea, EvaluationPlan } from './domain/case/evaluation-plan.ts';
export type { GateRuleId, RuleState } from './domain/case/gates.ts';
export type { ItemBodies, ItemKind } from './domain/case/items.ts';
export type { PartBodies, PartName } from './domain/case/parts.ts';
export type { CaseState, Confidentiality } from './domain/case/standing.ts';
export type {
  AffectedGroup,
  Channel,
  DeclineReason,
  Frequency,
  Harm,
  Pathway,
  PlaceInput,
  Precision,
  ReporterType,
  TriageStep,
} from './domain/concern.ts';
export type { KeptState, Step } from './domain/concern-steps.ts';
export type { TextWarning } from './domain/concern-text.ts';
export type { AnyGeometry, AreaGeometry, Bounds } from './domain/geometry.ts';
export type { Membership } from './domain/held-roles.ts';
export type { IncidentFilter } from './domain/incident-filter.ts';
export type { LinkGroup, LinkKind } from './domain/link.ts';
export type { AgendaKind, AgendaState } from './domain/meeting/agenda.ts';
export type { Office, Sex, Side } from './domain/meeting/committee.ts';
export type { DraftRule } from './domain/meeting/draft-agenda.ts';
export type { Attendance, MeetingKind, MeetingState, OpenTo, Route } from './domain/meeting/meeting.ts';
export type { MinutesSection, MinutesSectionId, MinutesText } from './domain/meeting/minutes.ts';
export type { Action, Role } from './domain/permissions.ts';
export type * from './imports/contract.ts';
export type * from './jobs/contract.ts';
export type { Change, LiveEvent } from './live-events.ts';
export type { ShownConcern } from './routes/concern-records.ts';
export type { GuestMeeting } from './routes/guest.ts';
export type { GuestMap } from './routes/guest-concerns.ts';
export type { StreetCollection } from './routes/streets.ts';
export type { Workspace } from './routes/workspace.ts';
export type * from './store/ports.ts';
