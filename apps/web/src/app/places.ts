import {
  IconAward,
  IconBasket,
  IconBuildingStore,
  IconCalendarDue,
  IconCertificate,
  IconChecklist,
  IconClipboardText,
  IconCoins,
  IconFileInvoice,
  IconHistory,
  IconInbox,
  IconScale,
  IconStack2,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { OrganisationKind } from '@/api/session';
import type { Place } from './work-shell';

/** Where one can go in each door. The first is the work list; on a phone the bar has room for five. */
export function placesOf(kind: OrganisationKind, t: TFunction): Place[] {
  switch (kind) {
    case 'retailer':
      return [
        { to: '/buyer', label: t('work'), icon: IconInbox },
        { to: '/buyer/requests', label: t('requests'), icon: IconClipboardText },
        { to: '/buyer/awards', label: t('awards'), icon: IconAward, sideOnly: true },
        { to: '/buyer/orders', label: t('orders'), icon: IconFileInvoice },
        { to: '/buyer/cooperatives', label: t('cooperatives'), icon: IconUsersGroup },
      ];
    case 'cooperative':
      return [
        { to: '/cooperative', label: t('work'), icon: IconInbox },
        { to: '/cooperative/requests', label: t('requests'), icon: IconClipboardText },
        { to: '/cooperative/orders', label: t('orders'), icon: IconFileInvoice },
        { to: '/cooperative/certificates', label: t('certificates'), icon: IconCertificate },
        { to: '/cooperative/products', label: t('products'), icon: IconBasket },
        { to: '/cooperative/profile', label: t('profile'), icon: IconBuildingStore, sideOnly: true },
      ];
    case 'assurance':
      return [
        { to: '/compliance', label: t('work'), icon: IconInbox },
        { to: '/compliance/certificates', label: t('certificates'), icon: IconChecklist },
        { to: '/compliance/expiries', label: t('expiries'), icon: IconCalendarDue },
        { to: '/compliance/conflicts', label: t('conflicts'), icon: IconScale },
      ];
    case 'platform':
      return [
        { to: '/admin', label: t('work'), icon: IconInbox },
        { to: '/admin/organisations', label: t('organisations'), icon: IconUsersGroup },
        { to: '/admin/rates', label: t('rates'), icon: IconCoins },
        { to: '/admin/queues', label: t('queues'), icon: IconStack2 },
        { to: '/admin/audit-log', label: t('auditLog'), icon: IconHistory },
      ];
  }
}
