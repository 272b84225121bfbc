import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, PublicRoute } from '#identity';
import { type Actor, download, Id, type JsonText, type Page } from '#platform';
import { PhotoService } from './photo.service.js';
import { PhotoQuery, ShowcaseProductQuery, ShownProduct, ShownProductList } from './product.dto.js';
import { ProductService } from './product.service.js';

@ApiTags('Products')
@Controller('v1/public/products')
export class ProductPublicController {
  constructor(private readonly products: ProductService) {}

  /** Products of the showcase, by name. */
  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: ShownProductList })
  list(@Acting() actor: Actor, @Query() query: ShowcaseProductQuery): Promise<JsonText<Page<ShownProduct>>> {
    return this.products.shown(actor, query);
  }

  @Get(':id')
  @PublicRoute()
  @ApiOkResponse({ type: ShownProduct })
  byId(@Acting() actor: Actor, @Id() id: string): Promise<ShownProduct> {
    return this.products.shownById(actor, id);
  }
}

@ApiTags('Products')
@Controller('v1/public/photos')
export class PhotoPublicController {
  constructor(private readonly photos: PhotoService) {}

  /**
   * A photo of a product that is shown, as it was uploaded or in a width as WebP. Its content never changes under its id; caches
   * that many share ask again each day, in case it was taken down.
   */
  @Get(':fileId')
  @PublicRoute()
  @Header('cache-control', 'public, max-age=31536000, s-maxage=86400, immutable')
  @ApiOkResponse({ content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } })
  async open(
    @Acting() actor: Actor,
    @Id('fileId') fileId: string,
    @Query() { width }: PhotoQuery,
  ): Promise<StreamableFile> {
    const photo = await this.photos.openShown(actor, fileId, width === undefined ? undefined : Number(width));
    return download(photo.content, { ...photo, inline: true });
  }
}
