-- Shares of the cost of each stay by its place in the coverage period: 费用比例.
-- A stay counts only when it has waited long enough, and only such stays are counted.
with held as (
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
claim as (
  select s.member, s.event, s.day, c.version, s.hospital_level, s.cause, s.${base} as fen,
    row_number() over (partition by s.member, c.from_on, c.version order by s.day, s.event) as ordinal
  from stays s
  join cover c on c.member = s.member and s.day >= c.begins and s.day < c.ends
  where s.person = 0 and s.${base} is not null and (s.circumstances & ${circumstances}) = 0
    and ((${causes} >> s.cause) & 1) = 1
    and (not (case when s.cause = 0 then c.illness_waits else c.accident_waits end)
      or (s.day - c.since) + c.day_offset > c.full_after)
    and not exists (from p_icd i where i.plan = ${plan} and i.version = c.version and i.icd = s.icd_word)
),
shared as (
  select c.member, c.event, c.day, p.clause, p.minimum,
    (greatest(0, c.fen - p.deductible) * p.rate + p.rounding) // 10000 as fen
  from claim c
  join p_share p on p.plan = ${plan} and p.version = c.version and p.level = c.hospital_level
    and p.ordinal = least(c.ordinal, 9)
),
award as (
  select member, event, year(day) as year, clause, case when fen > 0 then greatest(fen, minimum) else 0 end as fen from shared
)
select clause, year, count(*), sum(fen)::bigint, sum(${mark})::bigint
from award
where fen > 0
group by clause, year
