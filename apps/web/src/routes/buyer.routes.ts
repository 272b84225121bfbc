import { buyerDoor } from './buyer/door';
import { requestLayout } from './buyer/request-layout';
import { requestsRoutes, requestTabs } from './buyer/requests.routes';
import { tradeRoutes, tradeTabs } from './buyer/trade.routes';

export const buyerRoutes = buyerDoor.addChildren([
  ...requestsRoutes,
  ...tradeRoutes,
  requestLayout.addChildren([...requestTabs, ...tradeTabs]),
]);
