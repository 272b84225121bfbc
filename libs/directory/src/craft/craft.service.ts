import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Page } from '#platform';
import type { CraftView } from './craft.dto.js';

@Injectable()
export class CraftService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<Page<CraftView>> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<CraftView>('select code, name from craft order by name limit 500'),
    );
    return { items, nextCursor: null };
  }
}
