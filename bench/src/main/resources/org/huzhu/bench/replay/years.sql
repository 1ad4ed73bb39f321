-- Shares of what a calendar year left a person to pay: 年度费用补助 and 年度分段补助, held by the caps of the year.
with cover as (
  select t.member, e.version, greatest(t.from_on, e.day_from) as from_on, least(t.until_on, e.day_until) as until_on
  from terms t
  join p_era e on e.plan = t.plan_word and t.from_on >= e.start_from and t.from_on < e.start_until
    and t.from_on < e.day_until and t.until_on > e.day_from
  where t.plan_word = ${plan} and t.units > 0
),
cap_alone as (
  select p.version, p.clause, coalesce(min(k.fen), 9000000000000000) as fen
  from p_clause p left join p_cap k on k.plan = p.plan and k.version = p.version and k.clause = p.clause and k.alone
  where p.plan = ${plan} group by all
),
cap_joint as (
  select p.version, coalesce(min(k.fen), 9000000000000000) as fen
  from p_clause p left join p_cap k on k.plan = p.plan and k.version = p.version and not k.alone
  where p.plan = ${plan} group by all
),
stay_claim as (
  select s.member::bigint * 4096 + year(s.settled_on) as member_year, c.version, s.event, s.day, s.settled_on, s.${yearly_base} as fen,
    row_number() over (partition by s.member, year(s.settled_on), c.version order by s.day, s.event) as ordinal
  from stays s
  join cover c on c.member = s.member
    and s.settled_on >= c.from_on and s.settled_on < c.until_on
  where s.person = 0 and s.${yearly_base} is not null and (s.circumstances & ${yearly_circumstances}) = 0
),
whole as (
  select member_year // 4096 as member, member_year % 4096 as year, version,
    sum(out)::bigint as out, sum(above)::bigint as above, max(day) as last_day, min(first) as first
  from (
    select v.member::bigint * 4096 + year(v.day) as member_year, c.version, v.${yearly_base} as out, 0 as above, v.day,
      (v.day - date '1970-01-01')::bigint * 65536 + v.event as first
    from visits v
    join cover c on c.member = v.member and v.day >= c.from_on and v.day < c.until_on
    where v.person = 0 and v.${yearly_base} is not null and (v.circumstances & ${yearly_circumstances}) = 0
    union all
    select s.member_year, s.version, 0, greatest(0, fen - case when ordinal = 1 then y.first_stay else y.later_stay end),
      s.settled_on, (s.day - date '1970-01-01')::bigint * 65536 + s.event
    from stay_claim s join p_yearly y on y.plan = ${plan} and y.version = s.version
  )
  group by member_year, version
),
yearly as (
  select w.member, w.version, w.year, w.last_day, w.first, y.clause,
    least(((greatest(0, w.out - y.outpatient) + w.above) * y.rate + y.rounding) // 10000, k.fen) as fen
  from whole w join p_yearly y on y.plan = ${plan} and y.version = w.version
  join cap_alone k on k.version = w.version and k.clause = y.clause
),
above_bill as materialized (
  select member::bigint * 4096 + year(day) as member_year, event, day as settled_on, day, ${banded_base} as fen, ${banded_others} as others
  from visits
  where ${banded_base} is not null and person = 0 and (circumstances & ${banded_circumstances}) = 0
  union all
  select member::bigint * 4096 + year(settled_on), event, settled_on, day, ${banded_base}, ${banded_others}
  from stays
  where ${banded_base} is not null and person = 0 and (circumstances & ${banded_circumstances}) = 0
),
above_year as (
  select b.member_year // 4096 as member, b.member_year % 4096 as year, c.version, greatest(0, sum(b.fen) - sum(b.others))::bigint as fen,
    max(b.settled_on) as last_day, min((b.day - date '1970-01-01')::bigint * 65536 + b.event) as first
  from above_bill b
  join (from cover where member in (select member_year // 4096 from above_bill)) c on c.member = b.member_year // 4096
    and b.settled_on >= c.from_on and b.settled_on < c.until_on
  group by b.member_year, c.version
),
banded as (
  select a.member, a.version, a.year, a.last_day, a.first, b.clause,
    least((sum(greatest(0, least(a.fen, b.until) - b.above) * b.rate) + any_value(b.rounding))::bigint // 10000,
      any_value(k.fen)) as fen
  from above_year a
  join p_band b on b.plan = ${plan} and b.version = a.version
  join cap_alone k on k.version = a.version and k.clause = b.clause
  group by all
),
joined as (
  select y.version as y_version, b.version as b_version, coalesce(y.member, b.member) as member, coalesce(y.year, b.year) as year,
    y.fen as y_fen, b.fen as b_fen, k.fen as cap,
    b.fen is null or (y.last_day, y.first % 65536) <= (b.last_day, b.first % 65536) as is_y_first
  from yearly y
  full join banded b on b.member = y.member and b.version = y.version and b.year = y.year
  join cap_joint k on k.version = coalesce(y.version, b.version)
),
held as (
  select y_version, b_version, member, 0 as event, year,
    case when y_fen is null then 0 when is_y_first then least(y_fen, cap)
      else least(y_fen, greatest(0, cap - least(b_fen, cap))) end as y_fen,
    case when b_fen is null then 0 when y_fen is null or not is_y_first then least(b_fen, cap)
      else least(b_fen, greatest(0, cap - least(y_fen, cap))) end as b_fen
  from joined
),
total as (
  select y_version, b_version, year,
    count(*) filter (y_fen > 0) as y_count, sum(y_fen)::bigint as y_sum, sum(${y_mark})::bigint as y_marks,
    count(*) filter (b_fen > 0) as b_count, sum(b_fen)::bigint as b_sum, sum(${b_mark})::bigint as b_marks
  from held
  group by y_version, b_version, year
)
select y.clause, t.year, y_count, y_sum, y_marks
from total t join p_yearly y on y.plan = ${plan} and y.version = t.y_version
union all
select b.clause, t.year, b_count, b_sum, b_marks
from total t join (select distinct version, clause from p_band where plan = ${plan}) b on b.version = t.b_version
