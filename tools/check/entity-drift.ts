import { DataSource, type EntitySchema, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from '#platform';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  key: boolean;
}

/** Tables that no entity describes: TypeORM's own. */
const unmapped = new Set(['migration']);

/**
 * Where entities and the migrated database differ, in words; empty when they agree. Compares tables, columns, types,
 * nullability and primary keys, both ways.
 * @param url a migrated database, as any role that can read the catalogue
 */
export async function entityDrift(
  url: string,
  entities: (EntityTarget<ObjectLiteral> & (Function | EntitySchema))[],
): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url, entities, namingStrategy: new SnakeNaming() });
  await source.initialize();
  try {
    const described = new Map(
      columnsOfEntities(source).map((column) => [`${column.table}.${column.column}`, column]),
    );
    const existing = new Map(
      (await columnsOfDatabase(source)).map((column) => [`${column.table}.${column.column}`, column]),
    );
    const missing = [...described.keys()]
      .filter((name) => !existing.has(name))
      .map((name) => `${name} is in an entity and not in the database`);
    const unknown = [...existing.keys()]
      .filter((name) => !described.has(name))
      .map((name) => `${name} is in the database and in no entity`);
    const different = [...described].flatMap(([name, entity]) => {
      const column = existing.get(name);
      return column ? differences(name, entity, column) : [];
    });
    return [...missing, ...unknown, ...different];
  } finally {
    await source.destroy();
  }
}

function differences(name: string, entity: Column, column: Column): string[] {
  return (['type', 'nullable', 'key'] as const)
    .filter((aspect) => entity[aspect] !== column[aspect])
    .map(
      (aspect) =>
        `${name}: ${aspect} is ${String(entity[aspect])} in the entity, ${String(column[aspect])} in the database`,
    );
}

function columnsOfEntities(source: DataSource): Column[] {
  return source.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => {
      const { precision, scale, length } = column;
      const base = source.driver.normalizeType(column);
      const size =
        base === 'numeric' && precision
          ? `(${precision},${scale ?? 0})`
          : base === 'character' && length
            ? `(${length})`
            : '';
      return {
        table: entity.tableName,
        column: column.databaseName,
        type: `${base}${size}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
        key: column.isPrimary,
      };
    }),
  );
}

async function columnsOfDatabase(source: DataSource): Promise<Column[]> {
  const rows: Column[] = await source.query(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
           not a.attnotnull as nullable,
           exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = 'public' and c.relkind = 'r'`);
  return rows.filter((row) => !unmapped.has(row.table));
}
