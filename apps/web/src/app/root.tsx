import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { openPalette, usePaletteOpen } from './palette-store';
import { SignInAgain } from './sign-in-again';

const Palette = lazy(() => import('./palette'));

/** Around every screen: the command palette, and signing in again where a session ran out. */
export function Root() {
  const paletteOpen = usePaletteOpen();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        openPalette();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Outlet />
      {paletteOpen && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
      <SignInAgain />
    </>
  );
}
