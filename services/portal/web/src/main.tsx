import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { ask } from './api/client';
import type { WordsView } from './api/views';
import './app.css';
import { HomePage } from './frame/home-page';
import { Frame } from './frame/frame';
import { NeedsPost, Welcome } from './frame/needs-post';
import { NotFound, SignedIn, SignedOut } from './frame/plain-pages';
import { SessionProvider, type SessionAnswer } from './session/session';
import { SpeakerProvider, useSpeaker } from './words/language';
import { NamesProvider } from './words/names';

const CasePage = lazy(async () => ({ default: (await import('./case/case-page')).CasePage }));
const CustodyPage = lazy(async () => ({ default: (await import('./case/custody-page')).CustodyPage }));
const ComparePage = lazy(async () => ({ default: (await import('./letters/compare-page')).ComparePage }));
const FilingPage = lazy(async () => ({ default: (await import('./filing/filing-page')).FilingPage }));
const ReportPage = lazy(async () => ({ default: (await import('./filing/filing-page')).ReportPage }));
const ImportPage = lazy(async () => ({ default: (await import('./imports/import-page')).ImportPage }));
const OffersPage = lazy(async () => ({ default: (await import('./office/offers-page')).OffersPage }));
const OfficePage = lazy(async () => ({ default: (await import('./office/office-page')).OfficePage }));
const AuditPage = lazy(async () => ({ default: (await import('./audit/audit-page')).AuditPage }));
const LooksPage = lazy(async () => ({ default: (await import('./audit/looks-page')).LooksPage }));
const OperationPage = lazy(async () => ({ default: (await import('./operation/operation-page')).OperationPage }));
const ReassignmentsPage = lazy(async () => ({ default: (await import('./reassign/reassignments-page')).ReassignmentsPage }));
const ReassignmentPage = lazy(async () => ({ default: (await import('./reassign/reassignment-page')).ReassignmentPage }));
const InboxPage = lazy(async () => ({ default: (await import('./inbox/inbox-page')).InboxPage }));
const StandingPage = lazy(async () => ({ default: (await import('./standing/standing-page')).StandingPage }));
const IdentitiesPage = lazy(async () => ({ default: (await import('./identities/identities-page')).IdentitiesPage }));
const HelpPage = lazy(async () => ({ default: (await import('./help/help-page')).HelpPage }));
const TrainingPage = lazy(async () => ({ default: (await import('./training/training-page')).TrainingPage }));
const SearchPage = lazy(async () => ({ default: (await import('./search/search-page')).SearchPage }));
const LetterPage = lazy(async () => ({ default: (await import('./letters/letter-page')).LetterPage }));
const SessionsPage = lazy(async () => ({ default: (await import('./session/sessions-page')).SessionsPage }));

const router = createBrowserRouter([
  {
    element: <Frame />,
    children: [
      {
        element: <NeedsPost />,
        children: [
          { path: '/', element: <HomePage /> },
          { path: '/desk/:list?', element: <HomePage /> },
          { path: '/letter/:service/:id', element: <LetterPage /> },
          { path: '/case/:service/:id', element: <CasePage /> },
          { path: '/case/:service/:id/papers/:paper', element: <CustodyPage /> },
          { path: '/case/:service/:id/compare', element: <ComparePage /> },
          { path: '/file', element: <FilingPage /> },
          { path: '/import', element: <ImportPage /> },
          { path: '/offers', element: <OffersPage /> },
          { path: '/office', element: <OfficePage /> },
          { path: '/audit', element: <AuditPage /> },
          { path: '/operation', element: <OperationPage /> },
          { path: '/looks/:id', element: <LooksPage /> },
          { path: '/sessions', element: <SessionsPage /> },
          { path: '/standing', element: <StandingPage /> },
          { path: '/identities', element: <IdentitiesPage /> },
          { path: '/inbox', element: <InboxPage /> },
          { path: '/search', element: <SearchPage /> },
          { path: '/training', element: <TrainingPage /> },
          { path: '/reassignments', element: <ReassignmentsPage /> },
          { path: '/reassignments/:service/:id', element: <ReassignmentPage /> },
        ],
      },
      { path: '/welcome', element: <Welcome /> },
      { path: '/help/:procedure?', element: <HelpPage /> },
      { path: '/report', element: <ReportPage /> },
      { path: '/signed-out', element: <SignedOut /> },
      { path: '/signed-in', element: <SignedIn /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

function Themed({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = useSpeaker();
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      theme={{
        token: {
          colorPrimary: '#0b57b7',
          colorLink: '#0b4a9e',
          borderRadius: 6,
          colorTextPlaceholder: '#5f6b7a',
          colorTextDescription: '#4b5563',
          colorError: '#b42318',
          fontFamily: 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif',
        },
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}

/** Who is there and what things are called are asked together, before anything is shown; every page then asks once more at most. */
async function begin(): Promise<void> {
  const root = createRoot(document.getElementById('root') as HTMLElement);
  try {
    const [first, words] = await Promise.all([ask<SessionAnswer>('/api/session'), ask<WordsView>('/api/public/words')]);
    root.render(
      <SpeakerProvider>
        <Themed>
          <NamesProvider words={words}>
            <SessionProvider first={first}>
              <RouterProvider router={router} />
            </SessionProvider>
          </NamesProvider>
        </Themed>
      </SpeakerProvider>,
    );
  } catch {
    root.render(
      <SpeakerProvider>
        <Unreachable />
      </SpeakerProvider>,
    );
  }
}

function Unreachable(): ReactNode {
  const { say } = useSpeaker();
  return (
    <main>
      <p role="alert">{say('offline')}</p>
      <button type="button" onClick={() => location.reload()}>
        {say('retry')}
      </button>
    </main>
  );
}

void begin();
