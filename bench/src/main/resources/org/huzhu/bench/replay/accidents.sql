-- What accidents leave behind: 伤残, 伤情慰问, 身故, and sums for days off work and in care.
-- Of death and disability by one accident the larger is given; disability is less the consolation for the injury.
with cover as (
  select t.member, t.from_on, t.tier_word, least(t.units, p.units_max) as units, e.version,
    greatest(t.from_on, e.day_from) as begins, least(t.until_on, e.day_until) as ends
  from terms t
  join p_era e on e.plan = t.plan_word and t.from_on >= e.start_from and t.from_on < e.start_until
    and t.from_on < e.day_until and t.until_on > e.day_from
  join p_era s on s.plan = t.plan_word and t.from_on >= s.start_from and t.from_on < s.start_until
    and t.from_on >= s.day_from and t.from_on < s.day_until
  join p_version p on p.plan = ${plan} and p.version = s.version
  where t.plan_word = ${plan} and t.units > 0
),
accident as materialized (
  select a.*, c.from_on, c.tier_word as tier, c.units, c.version
  from accidents a
  join cover c on c.member = a.member and a.day >= c.begins and a.day < c.ends
  where a.person = 0
),
priced as materialized (
  select p.version, p.clause, p.place, p.circumstances, a.tier, a.fen
  from p_clause p
  join p_amount a on a.plan = p.plan and a.version = p.version and a.clause = p.clause
  where p.plan = ${plan}
),
disability as (
  select a.member, a.event, a.day, a.version, p.clause, p.place, (p.fen * a.units * r.rate + 5000) // 10000 as fen
  from accident a
  join p_disability d on d.plan = ${plan} and d.version = a.version
  join p_ratio r on r.plan = ${plan} and r.version = a.version and r.clause = d.clause and r.prior = a.prior_grade
    and r.grade = case when a.grade_count > 1 then greatest(1, a.grade - d.equal_raise) else a.grade end
  join priced p on p.version = a.version and p.clause = d.clause and p.tier = a.tier
  where a.grade > 0 and coalesce(a.assessed_on - a.day <= d.assessed_by, true) and (a.circumstances & p.circumstances) = 0
),
injury as (
  select a.member, a.event, a.day, a.version, p.clause, (p.fen * a.units * i.rate + 5000) // 10000 as fen
  from accident a
  join p_injury i on i.plan = ${plan} and i.version = a.version and i.injuries = a.injuries
  join priced p on p.version = a.version and p.clause = i.clause and p.tier = a.tier
  where (a.circumstances & p.circumstances) = 0
),
dead as (
  select d.member, d.event, d.day, d.cause, d.circumstances, coalesce(d.accident_on, a.day) as accident_on,
    coalesce(any_value(d.accident), min(b.event), d.event) as key
  from deaths d
  left join accidents a on a.member = d.member and a.event = d.accident
  left join accidents b on b.member = d.member and b.day = d.accident_on and b.person = d.person
  where d.person = 0
  group by d.member, d.event, d.day, d.cause, d.circumstances, d.accident_on, a.day
),
death as (
  select d.member, d.event, d.key, coalesce(d.accident_on, d.day) as day, c.version, p.clause, p.place, p.fen * c.units as fen
  from dead d
  join cover c on c.member = d.member and coalesce(d.accident_on, d.day) >= c.begins and coalesce(d.accident_on, d.day) < c.ends
  join p_death r on r.plan = ${plan} and r.version = c.version
  join priced p on p.version = c.version and p.clause = r.clause and p.tier = c.tier_word
  where ((r.causes >> d.cause) & 1) = 1 and (d.cause <> 1 or d.day - d.accident_on <= r.within_days)
    and (d.circumstances & p.circumstances) = 0
),
one_only as materialized (
  select version, clause, other from p_relation where plan = ${plan} and manner in ('ONE_ONLY', 'LARGEST')
),
disability_alone as (
  select x.*
  from disability x
  left join death d on d.member = x.member and d.key = x.event
  left join one_only o on o.version = x.version and o.clause = x.clause and o.other = d.clause
  where o.clause is null or x.fen > d.fen or (x.fen = d.fen and x.place < d.place)
),
award as (
  select x.member, x.event, year(x.day) as year, x.clause,
    x.fen - case when r.clause is null then 0 else least(x.fen, i.fen) end as fen
  from disability_alone x
  left join injury i on i.member = x.member and i.event = x.event
  left join p_relation r on r.plan = ${plan} and r.version = x.version and r.manner = 'DEDUCT' and r.is_first
    and r.clause = x.clause and r.other = i.clause
  union all
  select d.member, d.event, year(d.day), d.clause, d.fen
  from death d
  left join disability x on x.member = d.member and x.event = d.key
  left join one_only o on o.version = d.version and o.clause = d.clause and o.other = x.clause
  where o.clause is null or d.fen > x.fen or (d.fen = x.fen and d.place < x.place)
  union all
  select member, event, year(day), clause, fen from injury
  union all
  select member, event, year(day), clause, per_day * (least(days_max, so_far) - least(days_max, so_far - days)) as fen
  from (
    select a.member, a.event, a.day, r.clause, p.fen * a.units as per_day, a.days, coalesce(k.days, 1000000) as days_max,
      sum(a.days) over (partition by a.member, r.clause, case when k.per = 'EVENT' then -a.event - 1000000 else a.from_on - date '1970-01-01' end
        order by a.day, a.event) as so_far
    from (select *, rest_days as days, 'REST' as kind from accident union all select *, care_days, 'CARE' from accident) a
    join p_allowance r on r.plan = ${plan} and r.version = a.version and r.days = a.kind
    join priced p on p.version = a.version and p.clause = r.clause and p.tier = a.tier
    left join p_cap k on k.plan = ${plan} and k.version = a.version and k.clause = r.clause and k.days is not null
    where a.days > 0 and ((r.causes >> 1) & 1) = 1 and (a.circumstances & p.circumstances) = 0
  )
)
select clause, year, count(*), sum(fen)::bigint, sum(${mark})::bigint
from award
where fen > 0
group by clause, year
