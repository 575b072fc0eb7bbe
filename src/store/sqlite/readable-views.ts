/**
 * Views for people who open the file with Datasette, DuckDB or sqlite3: names in place of ids, dates as written,
 * the address and the words of the source. They show what stands now: rows that a correction replaced, or that
 * were taken away, are left out; `status` says on whose word. A denied row says that it was NOT so.
 */

const FUNDING = `create view readable_funding as
select payer.name as payer, recipient.name as recipient,
  claim.amount, claim.amount_max, claim.amount_qualifier, claim.amount_per, claim.currency, claim.payment, claim.form,
  claim.start_date, claim.end_date, claim.status,
  source.publisher, source.copy_of, source.title as source_title, source.url as source_url, claim.quote, claim.locator, claim.note, claim.text, claim.caveat,
  claim.from_id as payer_id, claim.to_id as recipient_id, claim.dossier, claim.id as claim
from relations as claim
join entities as payer on payer.id = claim.from_id
join entities as recipient on recipient.id = claim.to_id
left join sources as source on source.id = json_extract(claim.sources, '$[0]')
where claim.kind = 'Funding' and claim.until is null`;

const OWNERSHIP = `create view readable_ownership as
select holder.name as holder, held.name as held,
  case
    when claim.kind <> 'Ownership' then lower(claim.kind)
    when claim.share_min = 0 and claim.share_max = 1 and claim.share_exclusive = 0 then 'share not known'
    when claim.share_min = claim.share_max then 'share'
    else 'share between'
  end as tie,
  round(claim.share_min * 100, 7) as percent_min, round(claim.share_max * 100, 7) as percent_max,
  claim.share_exclusive in (1, 3) as above_min, claim.share_exclusive in (2, 3) as below_max,
  claim.share_right, claim.basis, claim.start_date, claim.end_date, claim.status,
  source.publisher, source.copy_of, source.title as source_title, source.url as source_url, claim.quote, claim.locator, claim.note, claim.text, claim.caveat,
  claim.from_id as holder_id, claim.to_id as held_id, claim.dossier, claim.id as claim
from relations as claim
join entities as holder on holder.id = claim.from_id
join entities as held on held.id = claim.to_id
left join sources as source on source.id = json_extract(claim.sources, '$[0]')
where claim.kind in ('Ownership', 'Control', 'Affiliation') and claim.until is null`;

const FLAGS = `create view readable_flags as
select flag.title as flag, flag.kind, coalesce(flag.list, flag.type) as list_or_type,
  (select group_concat(body.name, '; ') from json_each(flag.authorities) as each
    join entities as body on body.id = each.value) as authorities,
  entity.name as entity, claim.role, claim.start_date, claim.end_date, claim.status,
  (select group_concat(coalesce(start_date, 'undated') || ' ' || event || case status when 'confirmed' then '' else ' (' || status || ')' end, '; ')
    from (select * from events where events.flag = claim.flag and until is null order by start_latest, start_earliest, id)) as events,
  (select group_concat(coalesce(start_date, 'undated') || ' ' || by_name || ': ' || kind || coalesce(' "' || quote || '"', ''), '; ')
    from (select answer.*, speaker.name as by_name from responses as answer
      join entities as speaker on speaker.id = answer.by_id
      where answer.to_id = claim.flag and answer.until is null order by answer.start_latest, answer.id)) as responses,
  source.publisher, source.copy_of, source.title as source_title, source.url as source_url, claim.quote, claim.locator, claim.note, claim.text, claim.caveat,
  claim.flag as flag_id, claim.entity as entity_id, claim.dossier, claim.id as claim
from subjects as claim
join flags as flag on flag.id = claim.flag
join entities as entity on entity.id = claim.entity
left join sources as source on source.id = json_extract(claim.sources, '$[0]')
where claim.until is null`;

const DECISIONS = `create view readable_decisions as
select decider.name as decider, claim.kind as decision,
  (select group_concat(party.name, '; ') from json_each(claim.counterparties) as each
    join entities as party on party.id = each.value) as counterparties,
  case claim.covers_subsidiaries when 1 then 'yes' when 0 then 'no' else 'not said' end as covers_subsidiaries,
  claim.scope, claim.reason, claim.start_date, claim.end_date, claim.status,
  (select group_concat(coalesce(start_date, 'undated') || ' ' || by_name || ': ' || kind || coalesce(' "' || quote || '"', ''), '; ')
    from (select answer.*, speaker.name as by_name from responses as answer
      join entities as speaker on speaker.id = answer.by_id
      where answer.to_id = claim.id and answer.until is null order by answer.start_latest, answer.id)) as responses,
  source.publisher, source.copy_of, source.title as source_title, source.url as source_url, claim.quote, claim.locator, claim.note, claim.text, claim.caveat,
  claim.by_id as decider_id, claim.dossier, claim.id as claim
from decisions as claim
join entities as decider on decider.id = claim.by_id
left join sources as source on source.id = json_extract(claim.sources, '$[0]')
where claim.until is null`;

export const READABLE_VIEWS: readonly string[] = [FUNDING, OWNERSHIP, FLAGS, DECISIONS];
