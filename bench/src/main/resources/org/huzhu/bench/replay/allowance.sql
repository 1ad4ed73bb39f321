-- Sums for each day in hospital: 日津贴 by 住院日. Stays that transfers join are paid together; caps of the period count days,
-- then money, in the order of days.
with recursive rule as materialized (
  select a.*, coalesce(d.days, 1000000) as days_max, coalesce(m.fen, 9000000000000000) as fen_max
  from p_allowance a
  left join p_cap d on d.plan = a.plan and d.version = a.version and d.clause = a.clause and d.days is not null
  left join p_cap m on m.plan = a.plan and m.version = a.version and m.clause = a.clause and m.fen is not null
  where a.plan = ${plan} and a.days = 'HOSPITAL'
),
link as materialized (
  select r.version, s.member, s.event, s.transferred_from as before, b.day as before_day, b.accident_on as before_accident,
    b.hospital_level >= r.level_min as is_level, greatest(1, b.discharged_on - b.day) as stayed
  from stays s
  join stays b on b.member = s.member and b.event = s.transferred_from
  join rule r on s.day - b.discharged_on between 0 and r.transfer_days
  where s.transferred_from is not null
),
chain as (
  select version, member, event, 1 as depth, before as first, before_day as first_day, before_accident as first_accident,
    is_level, case when is_level then before else event end as start, case when is_level then stayed else 0 end as stayed
  from link
  union all
  select c.version, c.member, c.event, c.depth + 1, l.before, l.before_day, l.before_accident, c.is_level and l.is_level,
    case when c.is_level and l.is_level then l.before else c.start end,
    c.stayed + case when c.is_level and l.is_level then l.stayed else 0 end
  from chain c
  join link l on l.version = c.version and l.member = c.member and l.event = c.first
),
whole_chain as (
  select * from chain qualify row_number() over (partition by version, member, event order by depth desc) = 1
),
held as (
  select t.member, t.plan_word, t.from_on, t.until_on, t.tier_word, least(t.units, v.units_max) as units, v.gap_max,
    lag(t.until_on) over (partition by t.member order by t.from_on) as before
  from terms t
  join p_era e on e.plan = t.plan_word and t.from_on >= e.start_from and t.from_on < e.start_until
    and t.from_on >= e.day_from and t.from_on < e.day_until
  join p_version v on v.plan = ${plan} and v.version = e.version
  where t.plan_word = ${plan} and t.units > 0
),
waited as (
  select *,
    max(case when before is null or from_on - before > gap_max or before > from_on then from_on end)
      over (partition by member order by from_on) as since,
    max(case when before is null or before <> from_on then from_on end)
      over (partition by member order by from_on) as run_from
  from held
),
cover as (
  select w.*, e.version, greatest(w.from_on, e.day_from) as begins, least(w.until_on, e.day_until) as ends,
    v.day_offset, v.full_after, v.illness_waits, v.accident_waits
  from waited w
  join p_era e on e.plan = w.plan_word and w.from_on >= e.start_from and w.from_on < e.start_until
    and w.from_on < e.day_until and w.until_on > e.day_from
  join p_version v on v.plan = ${plan} and v.version = e.version
),
candidate as (
  select s.member, s.event, s.day, s.discharged_on, s.hospital_level, s.cause, s.icd_word, h.version as chain_version,
    coalesce(h.start, s.event) as start, coalesce(h.stayed, 0) as stayed_before, coalesce(h.first_day, s.day) as first_day,
    case when h.version is null then s.accident_on else h.first_accident end as accident_on
  from stays s
  left join whole_chain h on h.member = s.member and h.event = s.event
  where s.person = 0 and (s.circumstances & ${circumstances}) = 0 and ((${causes} >> s.cause) & 1) = 1
),
timed as (
  select *, ${event_day} as event_day from candidate
),
claim as materialized (
  select s.member, s.event, s.day, s.discharged_on, s.start, s.stayed_before, c.version, c.from_on, c.until_on, c.units, c.tier_word,
    r.in_term, r.unpaid, s.event_day < c.begins as is_rest, greatest(s.event_day, c.begins) as claim_day
  from timed s
  join cover c on c.member = s.member and s.event_day >= c.run_from and s.event_day < c.ends
  join rule r on r.version = c.version
  where (s.event_day >= c.begins or (r.in_term and s.event_day < c.from_on and s.discharged_on > c.from_on))
    and (s.chain_version is null or s.chain_version = c.version)
    and s.hospital_level >= r.level_min
    and (not (case when s.cause = 0 then c.illness_waits else c.accident_waits end)
      or greatest(0, s.event_day - c.since) + c.day_offset > c.full_after)
    and not exists (from p_icd i where i.plan = ${plan} and i.version = c.version and i.icd = s.icd_word)
),
counted as (
  select *, greatest(1, discharged_on - day) as days, least(greatest(1, discharged_on - day), greatest(0, unpaid - stayed_before)) as skipped
  from claim c
  where not (is_rest and exists (from claim o where o.member = c.member and o.event = c.event and not o.in_term and o.claim_day < c.claim_day))
),
episode as (
  select member, version, from_on, any_value(units) as units, any_value(tier_word) as tier,
    arg_min(event, (day, event)) as event, arg_min(claim_day, (day, event)) as claim_day,
    sum(case when in_term then greatest(0, least(day + days::integer, until_on) - greatest(day + skipped::integer, from_on)) else days - skipped end)::bigint as days
  from counted
  group by member, version, from_on, start
),
priced as (
  select e.*, r.clause, r.days_max, r.fen_max, a.fen * e.units as per_day,
    sum(e.days) over (partition by e.member, e.from_on order by e.claim_day, e.event) as days_so_far
  from episode e
  join rule r on r.version = e.version
  join p_amount a on a.plan = ${plan} and a.version = e.version and a.clause = r.clause and a.tier = e.tier
),
by_days as (
  select *, per_day * (least(days_max, days_so_far) - least(days_max, days_so_far - days)) as fen_of_days from priced
),
so_far as (
  select *, sum(fen_of_days) over (partition by member, from_on order by claim_day, event) as fen_so_far from by_days
),
award as (
  select member, event, year(claim_day) as year, clause,
    (least(fen_max, fen_so_far) - least(fen_max, fen_so_far - fen_of_days))::bigint as fen
  from so_far
)
select clause, year, count(*), sum(fen)::bigint, sum(${mark})::bigint
from award
where fen > 0
group by clause, year
