import { Outlet } from '@tanstack/react-router';

export default function RequestLayout() {
  return <Outlet />;
}
