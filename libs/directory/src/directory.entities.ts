import { CooperativeCraft } from './cooperative/cooperative-craft.entity.js';
import { CooperativeProfile } from './cooperative/cooperative-profile.entity.js';
import { Craft } from './craft/craft.entity.js';
import { Product } from './product/product.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const directoryEntities = [Craft, CooperativeProfile, CooperativeCraft, Product];
