import { Flag, ListOf, OneOf, Text, WholeNumber } from '#platform';
import { sheetFields } from '../import/index.js';

export class ImportQuery {
  @OneOf(['replace', 'append'], { optional: true, default: 'replace' })
  mode?: string;

  @Flag({ optional: true, default: false, description: 'Reads and tells, and saves nothing' })
  dryRun?: boolean;
}

export class MappedColumnView {
  @WholeNumber({ min: 0, max: 200, description: 'Counted from 0' })
  column!: number;

  @Text({ max: 200 })
  heading!: string;

  @OneOf(sheetFields)
  field!: string;
}

export class IgnoredColumnView {
  @WholeNumber({ min: 0, max: 200 })
  column!: number;

  @Text({ max: 200 })
  heading!: string;
}

export class SkippedRowView {
  @WholeNumber({ min: 1, max: 20_000 })
  row!: number;

  @OneOf(['empty', 'total'])
  reason!: string;
}

export class SheetWarningView {
  @Text({ max: 10, example: 'C7' })
  cell!: string;

  @Text({ max: 60 })
  code!: string;

  @Text({ max: 500 })
  detail!: string;

  @Text({ max: 200, min: 0 })
  value!: string;
}

export class ImportResult {
  @WholeNumber({ min: 0, max: 2000, description: '0 in a dry run' })
  imported!: number;

  @WholeNumber({ min: 0, max: 2000, description: 'Lines that were read' })
  lines!: number;

  @WholeNumber({ min: 1, max: 20_000, nullable: true })
  headingRow!: number | null;

  @ListOf(() => MappedColumnView, { max: 20 })
  mapping!: MappedColumnView[];

  @ListOf(() => IgnoredColumnView, { max: 200 })
  ignoredColumns!: IgnoredColumnView[];

  @ListOf(() => SkippedRowView, { max: 20_000 })
  skippedRows!: SkippedRowView[];

  @ListOf(() => SheetWarningView, { max: 20_000 })
  warnings!: SheetWarningView[];
}

export class LinesSaved {
  @WholeNumber({ min: 0, max: 2000 })
  lineCount!: number;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}
