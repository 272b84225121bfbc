import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Id, type PersonActor } from '#platform';
import { Acting, FreshProof, Requires } from '../access/declarations.js';
import { ApiKeyList, ApiKeyMade, NewApiKey } from './api-key.dto.js';
import { ApiKeyService } from './api-key.service.js';

@ApiTags('API keys')
@Controller('v1/account/api-keys')
export class ApiKeyAccountController {
  constructor(private readonly keys: ApiKeyService) {}

  /** Makes a key; it is shown this once. A person does, not another key. */
  @Post()
  @Requires('api_keys.write')
  @FreshProof({ apiKeys: 'refused' })
  @ApiCreatedResponse({ type: ApiKeyMade })
  make(@Acting() actor: PersonActor, @Body() body: NewApiKey): Promise<ApiKeyMade> {
    return this.keys.make(actor, body);
  }

  @Get()
  @Requires('api_keys.write')
  @ApiOkResponse({ type: ApiKeyList })
  list(@Acting() actor: PersonActor): Promise<ApiKeyList> {
    return this.keys.list(actor);
  }

  /** Ends a key at once. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('api_keys.write')
  revoke(@Acting() actor: PersonActor, @Id() id: string): Promise<void> {
    return this.keys.revoke(actor, id);
  }
}
