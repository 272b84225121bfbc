import { type Sql, sql } from '#platform';
import type { Request } from './request.entity.js';

/** What a buyer says of a request, in the columns that hold it. */
export type DraftColumns = Pick<
  Request,
  | 'title'
  | 'description'
  | 'currency'
  | 'sealed'
  | 'partialWelcome'
  | 'splitWelcome'
  | 'moreThanAsked'
  | 'deadline'
  | 'deliverBy'
  | 'incoterm'
  | 'incotermPlace'
  | 'deliveryName'
  | 'deliveryStreet'
  | 'deliveryCity'
  | 'deliveryPostalCode'
  | 'deliveryCountry'
  | 'paymentDays'
  | 'advancePercent'
>;

/** A new draft under the next of its buyer's references. */
export function requestInsertion(given: {
  id: string;
  buyerId: string;
  personId: string;
  columns: DraftColumns;
}): Sql {
  const { id, buyerId, personId, columns: of } = given;
  return sql`insert into request (id, buyer_id, reference, state, created_by, title, description, currency, sealed, partial_welcome,
      split_welcome, more_than_asked, deadline, deliver_by, incoterm, incoterm_place, delivery_name, delivery_street, delivery_city,
      delivery_postal_code, delivery_country, payment_days, advance_percent)
    values (${id}, ${buyerId}, next_reference('SR', ${buyerId}, 'request'), 'draft', ${personId}, ${of.title}, ${of.description},
      ${of.currency}, ${of.sealed}, ${of.partialWelcome}, ${of.splitWelcome}, ${of.moreThanAsked}, ${of.deadline}, ${of.deliverBy},
      ${of.incoterm}, ${of.incotermPlace}, ${of.deliveryName}, ${of.deliveryStreet}, ${of.deliveryCity}, ${of.deliveryPostalCode},
      ${of.deliveryCountry}, ${of.paymentDays}, ${of.advancePercent})`;
}
