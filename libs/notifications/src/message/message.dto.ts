import { Instant, ListOf, Text, Uuid } from '#platform';

export class MessageView {
  @Uuid()
  id!: string;

  @Text({ max: 60, example: 'order.issued', description: 'What it is about' })
  kind!: string;

  @Text({ max: 300, example: 'Purchase order PO-2026-000045 from Hearth and Hall' })
  subject!: string;

  @Text({ max: 20_000 })
  body!: string;

  @Instant()
  createdAt!: Date;

  @Instant({ nullable: true, description: 'When its mail left' })
  sentAt!: Date | null;
}

export class MessageList {
  @ListOf(() => MessageView, { max: 100 })
  items!: MessageView[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
