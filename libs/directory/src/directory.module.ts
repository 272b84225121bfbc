import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cooperatives } from './cooperative/cooperative.queries.js';
import { CooperativeProfileService } from './cooperative/profile.service.js';
import { ShowcaseService } from './cooperative/showcase.service.js';
import { Crafts } from './craft/craft.queries.js';
import { CraftService } from './craft/craft.service.js';
import { directoryEntities } from './directory.entities.js';
import { PhotoService } from './product/photo.service.js';
import { ProductService } from './product/product.service.js';

const services = [
  Crafts,
  CraftService,
  Cooperatives,
  CooperativeProfileService,
  ShowcaseService,
  ProductService,
  PhotoService,
];

/** What cooperatives show of themselves: profile, crafts with capacity, products, photos. */
@Module({
  imports: [TypeOrmModule.forFeature(directoryEntities)],
  providers: services,
  exports: services,
})
export class DirectoryModule {}
