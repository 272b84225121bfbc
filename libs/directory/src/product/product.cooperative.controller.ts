import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Acting, Idempotent, Requires } from '#identity';
import {
  download,
  Id,
  IfMatch,
  type OrganisationActor,
  type Page,
  readUpload,
  uploadLimits,
} from '#platform';
import { PhotoService } from './photo.service.js';
import { PhotoView, ProductInput, ProductList, ProductQuery, ProductView } from './product.dto.js';
import { ProductService } from './product.service.js';

@ApiTags('Products')
@Controller('v1/cooperative/products')
export class ProductCooperativeController {
  constructor(private readonly products: ProductService) {}

  /** By name. */
  @Get()
  @Requires('profile.read')
  @ApiOkResponse({ type: ProductList })
  list(@Acting() actor: OrganisationActor, @Query() query: ProductQuery): Promise<Page<ProductView>> {
    return this.products.list(actor, query);
  }

  @Post()
  @Idempotent()
  @Requires('products.write')
  @ApiCreatedResponse({ type: ProductView })
  create(@Acting() actor: OrganisationActor, @Body() body: ProductInput): Promise<ProductView> {
    return this.products.create(actor, body);
  }

  @Get(':id')
  @Requires('profile.read')
  @ApiOkResponse({ type: ProductView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<ProductView> {
    return this.products.byId(actor, id);
  }

  @Put(':id')
  @Requires('products.write')
  @ApiOkResponse({ type: ProductView })
  change(
    @Acting() actor: OrganisationActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: ProductInput,
  ): Promise<ProductView> {
    return this.products.change(actor, id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('products.write')
  remove(@Acting() actor: OrganisationActor, @Id() id: string): Promise<void> {
    return this.products.remove(actor, id);
  }
}

@ApiTags('Products')
@Controller('v1/cooperative/photos')
export class PhotoCooperativeController {
  constructor(private readonly photos: PhotoService) {}

  /** Uploads a photo; its id is then given to a product. */
  @Post()
  @Requires('products.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: PhotoView })
  async add(@Acting() actor: OrganisationActor, @Req() request: FastifyRequest): Promise<PhotoView> {
    return this.photos.add(actor, await readUpload(request, uploadLimits.photo.maxBytes));
  }

  /** Your own photo, also before it is shown. */
  @Get(':fileId')
  @Requires('profile.read')
  @ApiOkResponse({ content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } })
  async open(@Acting() actor: OrganisationActor, @Id('fileId') fileId: string): Promise<StreamableFile> {
    const photo = await this.photos.openOwn(actor, fileId);
    return download(photo.content, { ...photo, inline: true });
  }
}
