import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { I18nProvider, isRTL } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { createQueryClient } from './api/query-client.ts';
import messages from './locales/en.json';
import { createAppRouter } from './routes.tsx';
import { ToastRegion } from './ui/toast.tsx';

const LOCALE = 'en';

const queries = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { back: href } });
});
const router = createAppRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  useLayoutEffect(() => {
    document.documentElement.lang = LOCALE;
    // On body, not on html: map labels are drawn through the document's direction and brackets would turn.
    document.body.dir = isRTL(LOCALE) ? 'rtl' : 'ltr';
  }, []);
  return (
    <IntlProvider locale={LOCALE} messages={messages}>
      <I18nProvider locale={navigatorLocale()}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <ToastRegion />
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  );
}

/** The reader's own way to write numbers and dates, as long as it is the language of the texts. */
function navigatorLocale(): string {
  return navigator.languages.find((tag) => tag === LOCALE || tag.startsWith(`${LOCALE}-`)) ?? LOCALE;
}
