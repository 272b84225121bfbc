import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells whoever listens that something changed, so that open screens can read it again: who may see it, what kind of thing, its id, and
 * nothing of its content.
 */
export class AnnounceChanges1764001000000 implements MigrationInterface {
  name = 'AnnounceChanges1764001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- PostgreSQL folds what a transaction says twice, and says it at the commit.
create function tell_change(organisations uuid[], topic text, id uuid) returns void language sql as $$
  select pg_notify('weftway_changes', format('%s %s %s', organisation, topic, id))
    from unnest(organisations) as organisation where organisation is not null
$$;

-- As the owner: whom to tell is found across organisations.
create function announce_request() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tell_change(array[new.buyer_id], 'request', new.id);
  if new.revision > 0 then
    perform tell_change(array(select cooperative_id from request_invitation where request_id = new.id), 'request', new.id);
  end if;
  return null;
end $$;
create trigger request_announced after insert or update on request for each row execute function announce_request();

create function announce_request_part() returns trigger language plpgsql as $$
declare part record := coalesce(new, old);
begin
  perform tell_change(array[part.buyer_id], 'request', part.request_id);
  return null;
end $$;
create trigger request_line_announced after insert or update or delete on request_line
  for each row execute function announce_request_part();
create trigger request_requirement_announced after insert or delete on request_requirement
  for each row execute function announce_request_part();

create function announce_request_invitation() returns trigger language plpgsql security definer set search_path = public as $$
declare part record := coalesce(new, old);
begin
  perform tell_change(array[part.buyer_id], 'request', part.request_id);
  if exists (select from request where id = part.request_id and revision > 0) then
    perform tell_change(array[part.cooperative_id], 'request', part.request_id);
  end if;
  return null;
end $$;
create trigger request_invitation_announced after insert or update or delete on request_invitation
  for each row execute function announce_request_invitation();

-- A buyer hears of a quote from its first submission on; of its drafts, never.
create function announce_quote() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.cooperative_id, case when new.submitted_at is not null then new.buyer_id end], 'quote', new.request_id);
  return null;
end $$;
create trigger quote_announced after insert or update on quote for each row execute function announce_quote();

create function announce_award() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.buyer_id], 'award', new.request_id);
  return null;
end $$;
create trigger award_announced after insert or update on award for each row execute function announce_award();

create function announce_order() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.buyer_id, new.cooperative_id], 'order', new.id);
  return null;
end $$;
create trigger purchase_order_announced after insert or update on purchase_order
  for each row execute function announce_order();
create function announce_order_document() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.buyer_id, new.cooperative_id], 'order', new.order_id);
  return null;
end $$;
create trigger order_document_announced after insert or update on order_document
  for each row execute function announce_order_document();

-- What a cooperative may be awarded depends on it: buyers whose requests it has quoted on are told of their quotes.
create function announce_certificate() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tell_change(array[new.cooperative_id, case when new.state <> 'draft' then new.assurance_id end], 'certificate', new.id);
  if tg_op = 'UPDATE' and new.state is distinct from old.state then
    perform tell_change(array[buyer_id], 'quote', request_id)
       from quote where cooperative_id = new.cooperative_id and state = 'submitted';
  end if;
  return null;
end $$;
create trigger certificate_announced after insert or update on certificate
  for each row execute function announce_certificate();

create function announce_own() returns trigger language plpgsql as $$
declare part record := coalesce(new, old);
begin
  perform tell_change(array[part.cooperative_id], 'showcase', part.cooperative_id);
  return null;
end $$;
create trigger cooperative_profile_announced after insert or update on cooperative_profile
  for each row execute function announce_own();
create trigger product_announced after insert or update or delete on product for each row execute function announce_own();

create function announce_organisation() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tell_change(array(select id from organisation where kind = 'platform') || new.id, 'organisation', new.id);
  return null;
end $$;
create trigger organisation_announced after insert or update on organisation
  for each row execute function announce_organisation();

create function announce_member() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.organisation_id], 'member', new.organisation_id);
  return null;
end $$;
create trigger member_announced after insert or update on member for each row execute function announce_member();
create trigger member_invitation_announced after insert or update on member_invitation
  for each row execute function announce_member();

create function announce_message() returns trigger language plpgsql as $$
begin
  perform tell_change(array[new.organisation_id], 'message', new.id);
  return null;
end $$;
create trigger message_announced after insert on message for each row execute function announce_message();

create function announce_dead_letter() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tell_change(array(select id from organisation where kind = 'platform'), 'dead-letter', new.message_id);
  return null;
end $$;
create trigger outbox_delivery_announced after update of failed_at on outbox_delivery
  for each row when (new.failed_at is distinct from old.failed_at) execute function announce_dead_letter();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop function announce_request, announce_request_part, announce_request_invitation, announce_quote, announce_award, announce_order,
  announce_order_document, announce_certificate, announce_own, announce_organisation, announce_member, announce_message,
  announce_dead_letter cascade;
drop function tell_change;
`);
  }
}
