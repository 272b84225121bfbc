import { Page } from '@/ui/page';

export default function LinesTab() {
  return <Page title="Lines">{null}</Page>;
}
