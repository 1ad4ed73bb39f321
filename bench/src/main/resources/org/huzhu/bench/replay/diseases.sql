-- Sums by disease: 疾病定额. Each unit of cover waits for itself: a unit's place among those of its cover is its slot, the
-- longest held first. A payment may end the cover of its period and bars the same disease for life, so that the claims of a
-- member are settled one after the other.
with recursive wanted as materialized (
  select d.member, d.event, d.day, d.first_diagnosed_on, d.disease_word, d.circumstances
  from diagnoses d
  where d.person = 0 and d.disease_word in (select disease from p_listed where plan = ${plan})
),
held as (
  select t.member, t.from_on, t.until_on, t.tier_word, v.gap_max, e.version as pinned, v.waivable,
    unnest(range(1, least(t.units, v.units_max) + 1)) as slot
  from terms t
  join p_era e on e.plan = t.plan_word and t.from_on >= e.start_from and t.from_on < e.start_until
    and t.from_on >= e.day_from and t.from_on < e.day_until
  join p_version v on v.plan = ${plan} and v.version = e.version
  where t.plan_word = ${plan} and t.units > 0 and t.member in (select member from wanted)
),
waived as materialized (
  select distinct h.member, h.from_on
  from held h
  join terms o on o.member = h.member and o.from_on < h.from_on and o.until_on >= h.from_on and o.plan_word <> ${plan}
  where h.waivable and h.slot = 1
    and not exists (from p_not_counted n where n.plan = ${plan} and n.version = h.pinned and n.other = o.plan_word)
),
fresh as (
  select *, case when coalesce(from_on - lag(until_on) over w between 0 and gap_max, false) then 0 else 1 end as is_fresh
  from held
  window w as (partition by member, slot order by from_on)
),
run as (
  select *, sum(is_fresh) over (partition by member, slot order by from_on) as run from fresh
),
unit as (
  select r.member, r.from_on, r.until_on, r.tier_word, r.slot,
    min(case when w.member is null then r.from_on else date '0001-01-01' end)
      over (partition by r.member, r.slot, r.run order by r.from_on) as since
  from run r
  left join waived w on w.member = r.member and w.from_on = r.from_on
),
zoned as (
  select d.member, d.event, d.day, e.version, p.clause, p.place, u.from_on, u.tier_word, l.listed,
    count(*) filter (not v.illness_waits or (d.day - u.since) + v.day_offset > v.full_after) as full_units,
    count(*) filter (v.illness_waits and (d.day - u.since) + v.day_offset > v.reduced_after
      and (d.day - u.since) + v.day_offset <= v.reduced_until) as reduced_units
  from wanted d
  join unit u on u.member = d.member and d.day >= u.from_on and d.day < u.until_on
  join p_era e on e.plan = ${plan} and u.from_on >= e.start_from and u.from_on < e.start_until
    and d.day >= e.day_from and d.day < e.day_until
  join p_version v on v.plan = ${plan} and v.version = e.version
  join p_clause p on p.plan = ${plan} and p.version = e.version
  join p_listed l on l.plan = ${plan} and l.version = e.version and l.clause = p.clause and l.disease = d.disease_word
  where (d.circumstances & p.circumstances) = 0
    and not (p.pre_existing and coalesce(d.first_diagnosed_on < u.from_on, false))
  group by all
),
priced as (
  select z.*, s.bit, s.ends, s.times, s.once,
    z.full_units * coalesce(f.fen, 0) + z.reduced_units * coalesce(r.fen, 0) as fen,
    row_number() over (partition by z.member order by z.day, z.event, z.place) as turn
  from zoned z
  join p_disease s on s.plan = ${plan} and s.version = z.version and s.clause = z.clause
  left join p_amount f on f.plan = ${plan} and f.version = z.version and f.clause = z.clause and not f.reduced and f.tier = z.tier_word
  left join p_amount r on r.plan = ${plan} and r.version = z.version and r.clause = z.clause and r.reduced and r.tier = z.tier_word
  where (z.full_units > 0 and f.fen is not null) or (z.reduced_units > 0 and r.fen is not null)
),
same as (
  select one, list(other) as others from p_same group by one
),
claim as materialized (
  select p.*, s.others from priced p join same s on s.one = p.listed
),
settled as (
  select member, turn, event, day, version, clause, place, fen, true as is_paid,
    [{'event': event, 'day': day, 'from_on': from_on, 'clause': clause, 'listed': listed, 'ends': ends}] as paid
  from claim
  where turn = 1
  union all
  select member, turn, event, day, version, clause, place, fen, is_paid,
    case when is_paid then list_append(paid, {'event': event, 'day': day, 'from_on': from_on, 'clause': clause, 'listed': listed, 'ends': ends}) else paid end
  from (
    select c.*, s.paid,
      len(list_filter(s.paid, lambda x:
        (x.from_on = c.from_on and x.event <> c.event and x.day <= c.day and (x.ends & c.bit) <> 0)
        or (c.once and x.event <> c.event and list_contains(c.others, x.listed)))) = 0
      and len(list_filter(s.paid, lambda x: x.from_on = c.from_on and x.clause = c.clause)) < c.times as is_paid
    from settled s
    join claim c on c.member = s.member and c.turn = s.turn + 1
  )
),
given as materialized (
  select * from settled where is_paid
),
award as (
  select member, event, year(day) as year, clause, fen
  from given g
  where not exists (
    from given o
    join p_relation r on r.plan = ${plan} and r.version = o.version and r.manner in ('ONE_ONLY', 'LARGEST') and r.other = o.clause
    where o.member = g.member and o.event = g.event and r.version = g.version and r.clause = g.clause
      and (o.fen > g.fen or (o.fen = g.fen and o.place < g.place)))
)
select clause, year, count(*), sum(fen)::bigint, sum(${mark})::bigint
from award
where fen > 0
group by clause, year
