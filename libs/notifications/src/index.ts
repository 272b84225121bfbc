export * from './mail/mail.jobs.js';
export * from './message/message.account.controller.js';
export * from './message/message.jobs.js';
export * from './message/message.service.js';
export * from './notifications.entities.js';
export * from './notifications.messages.js';
export * from './notifications.module.js';
