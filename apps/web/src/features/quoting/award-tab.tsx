import { Page } from '@/ui/page';

export default function AwardTab() {
  return <Page title="Award">{null}</Page>;
}
