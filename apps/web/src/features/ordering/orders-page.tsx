import { Page } from '@/ui/page';

export default function OrdersPage() {
  return <Page title="Orders">{null}</Page>;
}
