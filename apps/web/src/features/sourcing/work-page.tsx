import { Page } from '@/ui/page';

export default function WorkPage() {
  return <Page title="Work">{null}</Page>;
}
