import '@/theme/styles.css';
import '@/theme/fonts';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient, Providers } from '@/app/providers';
import { preferredLanguage, startMessages } from '@/i18n/i18n';
import { newRouter } from '@/router';
import { loadLettersOf } from '@/theme/fonts';

const language = preferredLanguage();
void loadLettersOf(language);
await startMessages(language);
const queries = newQueryClient();
const router = newRouter(queries);
const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no place for the portal');
}
createRoot(root).render(
  <StrictMode>
    <Providers queries={queries}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </Providers>
  </StrictMode>,
);
