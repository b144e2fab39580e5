import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import type { Action } from '../server/app.ts';
import { areasQuery } from './api/areas.ts';
import { datasetsQuery } from './api/datasets.ts';
import { sessionQuery } from './api/session.ts';
import { workspaceQuery } from './api/workspace.ts';
import { Frame } from './frame.tsx';
import { FailedView, LostView } from './frame-fallbacks.tsx';
import { holdsLinkToken } from './link-token.ts';
import { prepareColumns } from './map/columns.ts';
import {
  answerSearch,
  commitmentsSearch,
  concernsSearch,
  dataSearch,
  healthSearch,
  meetingsSearch,
  overviewSearch,
  problemSearch,
  problemsSearch,
  remindersSearch,
  searchSearch,
  signInSearch,
} from './page-searches.ts';
import { holdsProviderReply } from './provider-reply.ts';
import { isPublic, NOTICE_BOARD } from './public-pages.ts';
import { type MapSearch, mapSearch } from './search.ts';
import { parseSearch, stringifySearch } from './search-codec.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What one must be allowed to do, one of it at least, to find anything on the page. */
    may?: readonly Action[];
  }
}

export interface RouteContext {
  queries: QueryClient;
}

const SIGN_IN = '/sign-in';
const SETTINGS = '/settings';

const root = createRootRouteWithContext<RouteContext>()({
  component: Frame,
  notFoundComponent: LostView,
  errorComponent: FailedView,
  // Every address but the public ones needs a session, and leads back to itself after signing in.
  beforeLoad: async ({ location, context }) => {
    if (isPublic(location.pathname)) return;
    const signingIn = location.pathname === SIGN_IN;
    if (signingIn && (holdsLinkToken() || holdsProviderReply())) return;
    const user = await context.queries.ensureQueryData(sessionQuery);
    if (signingIn && user) throw redirect({ to: '/' });
    if (!signingIn && !user) throw redirect({ to: SIGN_IN, search: { back: location.href } });
    // Until it is set up no role holds: there is nothing to see anywhere else.
    if (user?.secondFactorMissing && location.pathname !== SETTINGS) throw redirect({ to: SETTINGS });
  },
});

const map = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): MapSearch => mapSearch.parse(search),
  // What the incidents wait for is asked for at once; the code of the map takes longest to arrive.
  loader: ({ cause, context: { queries } }) => {
    if (cause === 'stay') return;
    prepareColumns();
    const may = queries.getQueryData(sessionQuery.queryKey)?.may ?? [];
    if (may.includes('dataset.read')) void queries.prefetchQuery(datasetsQuery);
    if (may.includes('workspace.read')) void queries.prefetchQuery(workspaceQuery);
    if (may.includes('area.read')) void queries.prefetchQuery(areasQuery);
  },
  component: lazyRouteComponent(() => import('./views/map/map-view.tsx'), 'MapView'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  staticData: { may: ['problem.read'] },
  validateSearch: (search: Record<string, unknown>) => problemsSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/problems/board-view.tsx'), 'BoardView'),
});
const problem = createRoute({
  getParentRoute: () => root,
  path: '/problems/$id',
  staticData: { may: ['problem.read'] },
  validateSearch: (search: Record<string, unknown>) => problemSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/problems/problem-view.tsx'), 'ProblemView'),
});
const concerns = createRoute({
  getParentRoute: () => root,
  path: '/concerns',
  staticData: { may: ['concern.read', 'concern.add'] },
  validateSearch: (search: Record<string, unknown>) => concernsSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/concerns/concerns-view.tsx'), 'ConcernsView'),
});
const newConcern = createRoute({
  getParentRoute: () => root,
  path: '/concerns/new',
  staticData: { may: ['concern.add'] },
  component: lazyRouteComponent(() => import('./views/concerns/intake-view.tsx'), 'IntakeView'),
});
const paperConcerns = createRoute({
  getParentRoute: () => root,
  path: '/concerns/paper',
  staticData: { may: ['concern.add'] },
  component: lazyRouteComponent(() => import('./views/concerns/paper-view.tsx'), 'PaperView'),
});
const concern = createRoute({
  getParentRoute: () => root,
  path: '/concerns/$id',
  staticData: { may: ['concern.read'] },
  component: lazyRouteComponent(() => import('./views/concerns/concern-view.tsx'), 'ConcernView'),
});
const caseFile = createRoute({
  getParentRoute: () => root,
  path: '/problems/$id/print',
  staticData: { may: ['problem.read'] },
  component: lazyRouteComponent(
    () => import('./views/problems/case-file/case-file-view.tsx'),
    'CaseFileView',
  ),
});
const overview = createRoute({
  getParentRoute: () => root,
  path: '/problems/overview',
  staticData: { may: ['problem.read'] },
  validateSearch: (wanted: Record<string, unknown>) => overviewSearch.parse(wanted),
  component: lazyRouteComponent(
    () => import('./views/problems/overview-page/overview-view.tsx'),
    'OverviewView',
  ),
});
const commitments = createRoute({
  getParentRoute: () => root,
  path: '/commitments',
  staticData: { may: ['commitment.read'] },
  validateSearch: (search: Record<string, unknown>) => commitmentsSearch.parse(search),
  component: lazyRouteComponent(
    () => import('./views/problems/commitments/commitments-view.tsx'),
    'CommitmentsView',
  ),
});
const reminders = createRoute({
  getParentRoute: () => root,
  path: '/commitments/reminders',
  staticData: { may: ['commitment.read'] },
  validateSearch: (wanted: Record<string, unknown>) => remindersSearch.parse(wanted),
  component: lazyRouteComponent(
    () => import('./views/problems/commitments/reminders-view.tsx'),
    'RemindersView',
  ),
});
const minutesList = createRoute({
  getParentRoute: () => root,
  path: '/minutes',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/minutes/minutes-list-view.tsx'), 'MinutesListView'),
});
const minutes = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/minutes',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/minutes/minutes-view.tsx'), 'MinutesView'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  staticData: { may: ['meeting.read', 'committee.read'] },
  validateSearch: (wanted: Record<string, unknown>) => meetingsSearch.parse(wanted),
  component: lazyRouteComponent(() => import('./views/meetings/meetings-view.tsx'), 'MeetingsView'),
});
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/meetings/meeting-view.tsx'), 'MeetingView'),
});
const committee = createRoute({
  getParentRoute: () => root,
  path: '/committees/$id',
  staticData: { may: ['committee.read'] },
  component: lazyRouteComponent(() => import('./views/meetings/committee-view.tsx'), 'CommitteeView'),
});
const committeeHealth = createRoute({
  getParentRoute: () => root,
  path: '/committees/$id/health',
  staticData: { may: ['meeting.read'] },
  validateSearch: (search: Record<string, unknown>) => healthSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/meetings/health/health-view.tsx'), 'HealthView'),
});
const meetingShow = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/show',
  staticData: { may: ['meeting.read'] },
  validateSearch: (wanted: Record<string, unknown>) =>
    z.object({ contrast: z.enum(['more']).optional().catch(undefined) }).parse(wanted),
  component: lazyRouteComponent(() => import('./views/meetings/show/show-view.tsx'), 'ShowView'),
});
const meetingPresent = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/present',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/meetings/show/present-view.tsx'), 'PresentView'),
});
const meetingSheets = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/sheets',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/meetings/sheets/sheets-view.tsx'), 'SheetsView'),
});
const meetingTypeBack = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id/type-back',
  staticData: { may: ['meeting.run'] },
  component: lazyRouteComponent(
    () => import('./views/meetings/type-back/type-back-view.tsx'),
    'TypeBackView',
  ),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (wanted: Record<string, unknown>) => searchSearch.parse(wanted),
  component: lazyRouteComponent(() => import('./views/search/search-view.tsx'), 'SearchView'),
});
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  staticData: { may: ['dataset.read', 'protected-asset.add', 'aggregate.read'] },
  validateSearch: (search: Record<string, unknown>) => dataSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/data/data-view.tsx'), 'DatasetsView'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: SETTINGS,
  component: lazyRouteComponent(() => import('./views/settings/settings-view.tsx'), 'SettingsView'),
});
const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  staticData: { may: ['audit.read'] },
  component: lazyRouteComponent(() => import('./views/history/history-view.tsx'), 'HistoryView'),
});
const meetingPhones = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meetingId/phones',
  staticData: { may: ['meeting.read'] },
  component: lazyRouteComponent(() => import('./views/meetings/phones/phones-view.tsx'), 'PhonesView'),
});
const publications = createRoute({
  getParentRoute: () => root,
  path: '/published',
  staticData: { may: ['publication.read'] },
  component: lazyRouteComponent(() => import('./views/published/publications-view.tsx'), 'PublicationsView'),
});
const publication = createRoute({
  getParentRoute: () => root,
  path: '/published/$id',
  staticData: { may: ['publication.read'] },
  component: lazyRouteComponent(() => import('./views/published/publication-view.tsx'), 'PublicationView'),
});
const noticeBoard = createRoute({
  getParentRoute: () => root,
  path: NOTICE_BOARD,
  component: lazyRouteComponent(() => import('./views/published/notice-board-view.tsx'), 'NoticeBoardView'),
});
const publicAnswer = createRoute({
  getParentRoute: () => root,
  path: '/published/answers/$id',
  staticData: { may: ['problem.read'] },
  component: lazyRouteComponent(() => import('./views/published/answers/answer-view.tsx'), 'AnswerView'),
});
const answerPage = createRoute({
  getParentRoute: () => root,
  path: `${NOTICE_BOARD}/answers/$id`,
  validateSearch: (search: Record<string, unknown>) => answerSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/published/answers/answer-page.tsx'), 'AnswerPage'),
});
const release = createRoute({
  getParentRoute: () => root,
  path: `${NOTICE_BOARD}/$id`,
  component: lazyRouteComponent(() => import('./views/published/release-view.tsx'), 'ReleaseView'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: SIGN_IN,
  validateSearch: (search: Record<string, unknown>) => signInSearch.parse(search),
  component: lazyRouteComponent(() => import('./views/sign-in/sign-in-view.tsx'), 'SignInView'),
});

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      map,
      problems,
      problem,
      concerns,
      newConcern,
      paperConcerns,
      concern,
      commitments,
      reminders,
      minutesList,
      minutes,
      meetings,
      meeting,
      committee,
      committeeHealth,
      caseFile,
      overview,
      meetingShow,
      meetingPresent,
      meetingSheets,
      meetingTypeBack,
      search,
      data,
      meetingPhones,
      publications,
      publication,
      publicAnswer,
      noticeBoard,
      answerPage,
      release,
      history,
      settings,
      signIn,
    ]),
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: false,
  });
}
