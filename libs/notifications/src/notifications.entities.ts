import { Message } from './message/message.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const notificationsEntities = [Message];
