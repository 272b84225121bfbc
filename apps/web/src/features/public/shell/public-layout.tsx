import { Outlet } from '@tanstack/react-router';
import { PublicShell } from './public-shell';

export default function PublicLayout() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}
