-- A quarter of secondary reimbursement as one would write it for DuckDB: the same files in, the same lists out. What it
-- leaves out, it leaves out to its advantage: the lines of refused rows, what is wrong with each, and SHA-256.
-- Statements end with a semicolon at the end of a line; words such as ${year} are filled in.

-- ---- Identity numbers (GB 11643-1999) ----

-- The first 17 digits as one number; NULL where they are not 17 digits, or 15 of the old form.
create macro key_of(id) as case
    when length(id) = 18 then try_cast(substr(id, 1, 17) as bigint)
    when length(id) = 15 then try_cast(substr(id, 1, 6) || '19' || substr(id, 7, 9) as bigint)
end;

create macro days_of(year, month) as case
    when month in (4, 6, 9, 11) then 30
    when month = 2 then if(year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0), 29, 28)
    else 31
end;

create macro is_birth(year, month, day) as
    year >= 1 and month between 1 and 12 and day >= 1 and day <= days_of(year, month);

-- The sum of the digits of two halves (nine and eight), each times its weight.
create macro sum_of(high, low) as
    high // 100000000 * 7 + high // 10000000 % 10 * 9 + high // 1000000 % 10 * 10 + high // 100000 % 10 * 5
    + high // 10000 % 10 * 8 + high // 1000 % 10 * 4 + high // 100 % 10 * 2 + high // 10 % 10 + high % 10 * 6
    + low // 10000000 * 3 + low // 1000000 % 10 * 7 + low // 100000 % 10 * 9 + low // 10000 % 10 * 10
    + low // 1000 % 10 * 5 + low // 100 % 10 * 8 + low // 10 % 10 * 4 + low % 10 * 2;

create macro check_of(key) as substr('10X98765432',
    sum_of((key // 100000000)::integer, (key % 100000000)::integer) % 11 + 1, 1);

-- A cast to a number takes signs, blanks and exponents too: then there are fewer digits, or an e.
create macro is_id(id, key) as coalesce(
    is_birth((key // 10000000 % 10000)::integer, (key // 100000 % 100)::integer, (key // 1000 % 100)::integer)
    and (length(id) = 15 or upper(id[18]) = check_of(key))
    and (key >= 10000000000000000 or regexp_full_match(id, '[0-9]{15}([0-9]{2}[0-9Xx])?'))
    and not contains(id, 'e') and not contains(id, 'E'), false);

create macro id_text(key) as lpad(key::varchar, 17, '0') || check_of(key);

-- ---- Amounts and dates: read as text, since DuckDB would round, and would take 2024/01/05 for a date ----

create macro is_day(text) as coalesce(
    length(text) = 10 and text[5] = '-' and text[8] = '-' and try_cast(text as date) is not null, false);

-- ---- The register ----

create table register as
select member_no, card_no, agency, key, valid_from::date as valid_from,
    coalesce(valid_to::date, date '9999-12-31') as valid_to
from (
    select *, key_of(id_number) as key
    from read_csv('${members}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
        columns = {member_no: 'varchar', id_number: 'varchar', name: 'varchar', card_no: 'varchar',
            valid_from: 'varchar', valid_to: 'varchar', agency: 'varchar'},
        store_rejects = true, rejects_table = 'register_errors', rejects_scan = 'register_scans', rejects_limit = 0))
where member_no is not null and is_day(valid_from) and (valid_to is null or is_day(valid_to))
    and (valid_to is null or valid_to >= valid_from) and is_id(id_number, key);

-- One member number for two persons: the first row stands, and those of the other person go.
create table disputed as
select member_no, arg_min(key, rowid) as holder
from register group by member_no having min(key) <> max(key);

delete from register using disputed
where register.member_no = disputed.member_no and register.key <> disputed.holder;

-- ---- Earlier payments ----

create table paid as
select key, member_no, card_no, agency, quarter, due
from (
    select key_of(id_number) as key, member_no, card_no, agency, quarter, (due * 100)::bigint as due
    from read_csv(${paid}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
        columns = {member_no: 'varchar', id_number: 'varchar', card_no: 'varchar', agency: 'varchar',
            year: 'integer', quarter: 'integer', outpatient_self_pay_1: 'varchar', inpatient_self_pay_1: 'varchar',
            entitled: 'varchar', paid_before: 'varchar', due: 'decimal(18, 2)'})
    where year = ${year} and quarter < ${quarter});

-- ---- The feed: what each row says for itself ----

create table feed as
select record_no, key, visit = 'inpatient' as is_stay, admitted, discharged, settled, institution,
    total, fund_paid, large_sum_paid, self_pay_1, self_pay_2, own_cost, cancels,
    case
        when not is_sound then 'BAD_ROW'
        when cancels is null and not is_id(id_number, key) then 'BAD_ID'
        when cancels is null and abs(total - (fund_paid + large_sum_paid + self_pay_1 + self_pay_2 + own_cost)) > 0.01
            then 'AMOUNTS_DISAGREE'
        when settled not between date '${first_day}' and date '${last_day}' then 'OUT_OF_YEAR'
    end as reason
from (
    select record_no, id_number, visit, institution, cancels,
        if(cancels is null, key_of(id_number), null) as key,
        try_cast(admitted_on as date) as admitted,
        try_cast(discharged_on as date) as discharged,
        try_cast(settled_on as date) as settled,
        try_cast(total as decimal(14, 2)) as total,
        try_cast(fund_paid as decimal(14, 2)) as fund_paid,
        try_cast(large_sum_paid as decimal(14, 2)) as large_sum_paid,
        try_cast(self_pay_1 as decimal(14, 2)) as self_pay_1,
        try_cast(self_pay_2 as decimal(14, 2)) as self_pay_2,
        try_cast(own_cost as decimal(14, 2)) as own_cost,
        coalesce(if(cancels is null,
            record_no is not null and visit in ('outpatient', 'inpatient')
            and regexp_full_match(
                concat_ws(',', admitted_on, discharged_on, settled_on,
                    total, fund_paid, large_sum_paid, self_pay_1, self_pay_2, own_cost),
                '([0-9]{4}-[0-9]{2}-[0-9]{2},){3}([0-9]+([.][0-9]{1,2})?,){5}[0-9]+([.][0-9]{1,2})?')
            and discharged >= admitted and settled is not null
            and total is not null and fund_paid is not null and large_sum_paid is not null
            and self_pay_1 is not null and self_pay_2 is not null and own_cost is not null,
            record_no is not null and is_day(settled_on)), false) as is_sound
    from read_csv(${feeds}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
        columns = {record_no: 'varchar', id_number: 'varchar', visit: 'varchar', admitted_on: 'varchar',
            discharged_on: 'varchar', settled_on: 'varchar', institution: 'varchar', total: 'varchar',
            fund_paid: 'varchar', large_sum_paid: 'varchar', self_pay_1: 'varchar', self_pay_2: 'varchar',
            own_cost: 'varchar', cancels: 'varchar'},
        store_rejects = true, rejects_table = 'feed_errors', rejects_scan = 'feed_scans', rejects_limit = 0));

-- ---- Repeated record numbers: the first row stands, the others are compared with it ----

create table repeated as
select record_no, min(rowid) as first
from feed where reason is null group by record_no having count(*) > 1;

create table refused as
select later.rowid as row, if(
    if(first.cancels is null,
        later.cancels is null
        and (later.key, later.is_stay, later.admitted, later.discharged, later.settled, later.institution,
            later.total, later.fund_paid, later.large_sum_paid, later.self_pay_1, later.self_pay_2, later.own_cost)
            is not distinct from
            (first.key, first.is_stay, first.admitted, first.discharged, first.settled, first.institution,
            first.total, first.fund_paid, first.large_sum_paid, first.self_pay_1, first.self_pay_2, first.own_cost),
        later.cancels = first.cancels and later.settled = first.settled),
    'DUPLICATE', 'CONFLICTING') as reason
from repeated
join feed as later on later.record_no = repeated.record_no and later.rowid <> repeated.first and later.reason is null
join feed as first on first.rowid = repeated.first;

-- ---- Whose the rows are, and whether a card was valid ----

create table bill as
select feed.rowid as row, record_no, key, is_stay, admitted, settled, (self_pay_1 * 100)::bigint as cost
from feed
where reason is null and cancels is null
    and feed.rowid not in (select row from refused);

create table uncovered as
select row, record_no, key from bill
anti join register on bill.key = register.key
    and bill.settled >= register.valid_from and bill.settled < register.valid_to;

insert into refused
select row, if(key in (select key from register), 'NOT_COVERED', 'UNKNOWN_PERSON') from uncovered;

-- ---- Cancellations, in the order of the feed: what they name, and whether it still stands ----

create table cancellation as
with cancelling as (
    select feed.rowid as row, cancels from feed
    where reason is null and cancels is not null and feed.rowid not in (select row from refused)),
named as (
    select cancelling.row, bill.row as target
    from cancelling
    left join bill on bill.record_no = cancelling.cancels and bill.row not in (select row from uncovered))
select row, target, row_number() over (partition by target order by row) as turn from named;

insert into refused
select row, if(target is null, 'CANCELS_UNKNOWN', 'CANCELLED_TWICE') from cancellation
where target is null or turn > 1;

-- ---- What the year gives ----

create table cost as
with counting as (
    select * from bill
    where row not in (select row from uncovered)
        and row not in (select target from cancellation where target is not null)),
stay as (
    select key, cost, greatest(0, cost - if(
        row_number() over (partition by key order by admitted, record_no) = 1,
        ${first_stay_deductible}, ${later_stay_deductible})) as above
    from counting where is_stay)
select key, sum(outpatient)::bigint as outpatient, sum(inpatient)::bigint as inpatient, sum(above)::bigint as above
from (
    select key, cost as outpatient, 0 as inpatient, 0 as above from counting where not is_stay
    union all
    select key, 0, cost, above from stay)
group by key;

create table due as
select coalesce(cost.key, before.key) as key,
    coalesce(outpatient, 0) as outpatient, coalesce(inpatient, 0) as inpatient,
    least(${maximum}, ((coalesce(above, 0) + greatest(0, coalesce(outpatient, 0) - ${outpatient_deductible}))
        * ${rate_basis_points} + 5000) // 10000)::bigint as entitled,
    coalesce(before.paid, 0) as paid
from cost
full join (select key, sum(greatest(due, 0))::bigint as paid from paid group by key) as before
    on before.key = cost.key;

-- ---- The lists: to the card that is valid on the last day, else any; the one begun last, then the first in the file ----

create table list as
with owed as (select *, entitled - paid as due from due where entitled <> paid),
chosen as (
    select register.key, arg_max(
        {member_no: member_no, card_no: card_no, agency: agency},
        {valid: valid_from <= date '${last_day}' and date '${last_day}' < valid_to, begun: valid_from, place: -register.rowid})
        as card
    from register semi join owed on owed.key = register.key
    group by register.key),
listed as (
    select paid.key, arg_max({member_no: member_no, card_no: card_no, agency: agency}, paid.rowid) as card
    from paid anti join register on register.key = paid.key
    group by paid.key)
select coalesce(chosen.card, listed.card) as card, owed.*
from owed left join chosen on chosen.key = owed.key left join listed on listed.key = owed.key;

create macro listed(is_wanted) as table
select card.member_no as member_no, id_text(key) as id_number, card.card_no as card_no, card.agency as agency,
    ${year} as year, ${quarter} as quarter,
    (outpatient / 100)::decimal(18, 2) as outpatient_self_pay_1,
    (inpatient / 100)::decimal(18, 2) as inpatient_self_pay_1,
    (entitled / 100)::decimal(18, 2) as entitled, (paid / 100)::decimal(18, 2) as paid_before,
    (due / 100)::decimal(18, 2) as due
from list where (due > 0) = is_wanted
order by card.member_no, key;

copy (from listed(true)) to '${out}/payments.csv' (header, delimiter ',');

copy (from listed(false)) to '${out}/carried.csv' (header, delimiter ',');

copy (
    select feed.record_no as record_no, coalesce(refused.reason, feed.reason) as reason
    from feed left join refused on refused.row = feed.rowid
    where feed.reason is not null or refused.reason is not null
    union all
    select null, 'BAD_ROW' from (select distinct file_id, line from feed_errors)
) to '${out}/rejects.csv' (header, delimiter ',');
