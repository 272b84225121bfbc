import type { QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { Providers } from '@/app/providers';
import type { newRouter } from '@/router';

/** The whole portal: the same tree in the browser and on the server. */
export function Portal(props: { queries: QueryClient; router: ReturnType<typeof newRouter> }) {
  return (
    <StrictMode>
      <Providers queries={props.queries}>
        <Suspense>
          <RouterProvider router={props.router} />
        </Suspense>
      </Providers>
    </StrictMode>
  );
}
