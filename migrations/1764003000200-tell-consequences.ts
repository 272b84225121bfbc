import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom it touches when a certificate ends early: told to the body that may end it, before it does. */
export class TellConsequences1764003000200 implements MigrationInterface {
  name = 'TellConsequences1764003000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- With the owner's rights, since requests, quotes and awards are closed to assurance bodies. The body that looks after the certificate
-- learns how many of each retailer's affairs rely on it: no reference, no title, no price.
create function certificate_reliance(of_certificate uuid) returns table (
  retailer text, invitations int, quotes int, awards int, orders int)
language sql stable security definer set search_path = public as $$
  with relied as (
    select c.id, c.cooperative_id, c.scheme_id,
           -- Where another of the same scheme stays valid, nothing that is still to be awarded is touched.
           exists (select from certificate o
                    where o.cooperative_id = c.cooperative_id and o.scheme_id = c.scheme_id and o.id <> c.id and o.state = 'granted'
                      and o.valid_from <= weftway_now()::date and o.valid_until >= weftway_now()::date) as replaced
      from certificate c where c.id = of_certificate and c.assurance_id = current_organisation()
  ), asked as (
    -- Requests that are not decided yet and ask for the scheme.
    select r.id, r.buyer_id, c.cooperative_id
      from relied c
      join request_invitation i on i.cooperative_id = c.cooperative_id
      join request r on r.id = i.request_id and r.state in ('open', 'closed') and r.revision > 0
      join request_requirement q on q.request_id = r.id and q.scheme_id = c.scheme_id
     where not c.replaced and i.declined_at is null
  ), touched as (
    select a.buyer_id, 'quote' as kind from asked a
     where exists (select from quote q where q.request_id = a.id and q.cooperative_id = a.cooperative_id and q.state = 'submitted')
    union all
    select a.buyer_id, 'invitation' from asked a
     where request_state_now((select state from request where id = a.id), (select deadline from request where id = a.id)) = 'open'
       and not exists (select from quote q where q.request_id = a.id and q.cooperative_id = a.cooperative_id and q.state = 'submitted')
    union all
    select a.buyer_id, 'award' from asked a
     where exists (select from award w join award_allocation l on l.award_id = w.id
                    where w.request_id = a.id and w.state in ('draft', 'awaiting_approval') and l.cooperative_id = a.cooperative_id)
    union all
    select o.buyer_id, 'order' from relied c
      join purchase_order_certificate h on h.certificate_id = c.id
      join purchase_order o on o.id = h.order_id and o.state not in ('rejected', 'cancelled', 'received', 'closed')
  )
  select o.name, (count(*) filter (where t.kind = 'invitation'))::int, (count(*) filter (where t.kind = 'quote'))::int,
         (count(*) filter (where t.kind = 'award'))::int, (count(*) filter (where t.kind = 'order'))::int
    from touched t join organisation o on o.id = t.buyer_id
   group by o.id, o.name order by o.name, o.id
$$;
revoke all on function certificate_reliance(uuid) from public;
grant execute on function certificate_reliance(uuid) to weftway_app;
create index purchase_order_certificate_relied on purchase_order_certificate (certificate_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index purchase_order_certificate_relied; drop function certificate_reliance(uuid);',
    );
  }
}
