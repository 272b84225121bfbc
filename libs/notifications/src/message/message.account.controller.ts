import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, SignedIn } from '#identity';
import { type Actor, type Page, PageQuery } from '#platform';
import { MessageList, type MessageView } from './message.dto.js';
import { MessageService } from './message.service.js';

@ApiTags('Messages')
@Controller('v1/account/messages')
export class MessageAccountController {
  constructor(private readonly messages: MessageService) {}

  /** What was written to whoever is signed in, for the organisation that they act for now. Newest first. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ type: MessageList })
  list(@Acting() actor: Actor, @Query() query: PageQuery): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }
}
