import { Page } from '@/ui/page';

export default function ComparisonTab() {
  return <Page title="Quotes">{null}</Page>;
}
