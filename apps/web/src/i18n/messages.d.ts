import type account from '../locales/account.json';
import type admin from '../locales/admin.json';
import type audit from '../locales/audit.json';
import type buyer from '../locales/buyer.json';
import type compliance from '../locales/compliance.json';
import type cooperative from '../locales/cooperative.json';
import type publicPages from '../locales/public.json';
import type shared from '../locales/shared.json';
import type trade from '../locales/trade.json';

type Keys<Catalogue> = { [Key in keyof Catalogue]: string };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    returnNull: false;
    resources: {
      shared: Keys<typeof shared>;
      account: Keys<typeof account>;
      public: Keys<typeof publicPages>;
      cooperative: Keys<typeof cooperative>;
      buyer: Keys<typeof buyer>;
      compliance: Keys<typeof compliance>;
      admin: Keys<typeof admin>;
      audit: Keys<typeof audit>;
      trade: Keys<typeof trade>;
    };
  }
}
