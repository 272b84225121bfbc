import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateBy,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { isCurrency } from '../money/money.js';
import { isUnitCode } from '../units/index.js';

/**
 * A field of a body, query or answer: one decorator says what is accepted and what OpenAPI shows.
 * `optional` fields may be absent; `nullable` ones may be null.
 */
export interface FieldOptions {
  description?: string;
  example?: unknown;
  optional?: boolean;
  nullable?: boolean;
  default?: unknown;
}

type ClassOf = new (...parameters: never[]) => object;

function field(options: FieldOptions, schema: object, ...validators: PropertyDecorator[]): PropertyDecorator {
  const { description, example, optional = false, nullable = false } = options;
  const documented = {
    ...schema,
    required: !optional,
    nullable,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    ...(options.default !== undefined && { default: options.default }),
  } as ApiPropertyOptions;
  return applyDecorators(
    ...(optional || nullable ? [IsOptional()] : []),
    ...validators,
    ApiProperty(documented),
  );
}

function checked(name: string, holds: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: holds,
      defaultMessage: (args?: ValidationArguments) => `${args?.property ?? 'This'} ${message}`,
    },
  });
}

// PostgreSQL stores no NUL in text; other control characters but tab and line ends are typing accidents.
const printable = checked(
  'printable',
  // eslint-disable-next-line no-control-regex
  (value) =>
    typeof value !== 'string' ||
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
      value,
    ),
  'contains characters that cannot be stored',
);

/** Text of `min` to `max` characters, trimmed. */
export function Text(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const min = options.min ?? (options.optional || options.nullable ? 0 : 1);
  return field(
    options,
    { type: 'string', minLength: min, maxLength: options.max },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(min, options.max),
    printable,
  );
}

/** A secret typed by a person: kept to the letter, not trimmed. */
export function Secret(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'string', minLength: options.min, maxLength: options.max, format: 'password' },
    IsString(),
    Length(options.min, options.max),
    printable,
  );
}

export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: 'amina@kiondo.example', ...options },
    { type: 'string', format: 'email', maxLength: 254 },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim().toLowerCase() : value,
    ),
    IsEmail(),
    MaxLength(254),
    printable,
  );
}

export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e11', ...options },
    { type: 'string', format: 'uuid' },
    IsUUID(),
  );
}

export function Uuids(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return field(
    { example: ['0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e11'], ...options },
    { type: 'string', format: 'uuid', isArray: true, maxItems: options.max, minItems: options.min ?? 0 },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );
}

export function WholeNumber(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    Type(() => Number),
    IsInt(),
    Min(options.min),
    Max(options.max),
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'boolean' },
    // A query string has no booleans.
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
}

export function OneOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...values] }, IsIn([...values]));
}

export function SomeOf(
  values: readonly string[],
  options: FieldOptions & { min?: number } = {},
): PropertyDecorator {
  return field(
    options,
    { type: 'string', enum: [...values], isArray: true, minItems: options.min ?? 1 },
    IsArray(),
    ArrayMinSize(options.min ?? 1),
    ArrayUnique(),
    IsIn([...values], { each: true }),
  );
}

/** A list of short texts. */
export function Texts(options: FieldOptions & { max: number; maxItems: number }): PropertyDecorator {
  return field(
    options,
    { type: 'string', isArray: true, maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
    Matches(/^[^\u0000-\u001f]+$/u, { each: true }),
  );
}

/**
 * A decimal as text, never a float: at most `places` digits after the point and 12 before it.
 * Quantities have 3 places, unit prices 6.
 */
export function DecimalText(
  options: FieldOptions & { places: number; zero?: boolean; whole?: number },
): PropertyDecorator {
  const whole = options.whole ?? 12;
  const pattern = `^(0|[1-9][0-9]{0,${whole - 1}})(\\.[0-9]{1,${options.places}})?$`;
  return field(
    { example: '12.50', ...options },
    { type: 'string', pattern },
    IsString(),
    Matches(new RegExp(pattern), {
      message: `$property is a decimal number as text, such as "12.5", with at most ${options.places} digits after the point`,
    }),
    checked(
      'positive',
      (value) => options.zero === true || typeof value !== 'string' || /[1-9]/.test(value),
      'is more than zero',
    ),
  );
}

/** A calendar day, `yyyy-mm-dd`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2027-03-31', ...options },
    { type: 'string', format: 'date' },
    checked('day', isDay, 'is a calendar day as yyyy-mm-dd'),
  );
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$/.test(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A moment in time, ISO 8601 with its offset. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2027-01-15T17:00:00Z', ...options },
    { type: 'string', format: 'date-time' },
    checked(
      'instant',
      (value) =>
        value instanceof Date ||
        (typeof value === 'string' &&
          /^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-][01][0-9]:[0-5][0-9])$/.test(
            value,
          ) &&
          !Number.isNaN(Date.parse(value))),
      'is a moment as 2027-01-15T17:00:00Z, with its offset',
    ),
  );
}

export function CurrencyCode(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: 'EUR', ...options },
    { type: 'string', pattern: '^[A-Z]{3}$' },
    checked(
      'currency',
      (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value) && isCurrency(value),
      'is a currency of ISO 4217, such as EUR',
    ),
  );
}

export function UnitCode(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      example: 'C62',
      description: 'Unit by UN/ECE Recommendation 20: C62 piece, PR pair, SET set, MTR metre, KGM kilogram',
      ...options,
    },
    { type: 'string', pattern: '^[A-Z0-9]{2,3}$' },
    checked(
      'unit',
      (value) => typeof value === 'string' && isUnitCode(value),
      'is a unit of UN/ECE Recommendation 20, such as C62 for pieces',
    ),
  );
}

export function CountryCode(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: 'KE', ...options },
    { type: 'string', pattern: '^[A-Z]{2}$' },
    IsString(),
    Matches(/^[A-Z]{2}$/),
  );
}

export function HsCode(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '460219', description: 'Harmonized System, six digits', ...options },
    { type: 'string', pattern: '^[0-9]{6}$' },
    IsString(),
    Matches(/^[0-9]{6}$/),
  );
}

/** An object of another class. */
export function Nested(type: () => ClassOf, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: later(type) }, Type(type), IsObject(), ValidateNested());
}

/** Nest's OpenAPI takes a function for a class that is told later only by its name, which must be `type`. */
function later(told: () => ClassOf): () => ClassOf {
  const { type } = { type: () => told() };
  return type;
}

/** A list of objects of another class. */
export function ListOf(
  type: () => ClassOf,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  return field(
    options,
    { type: later(type), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    Type(type),
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    ValidateNested({ each: true }),
  );
}

export { Validate };
