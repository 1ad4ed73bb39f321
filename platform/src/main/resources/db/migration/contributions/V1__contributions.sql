-- What is due for batches, who pays which part of it, what the bank received, and what belongs to what.
--
-- Each row has the path of the organisation whose it is: of bills and all below them that of the unit, of what the bank
-- received that of the office, of subsidies that of the sponsor. No row names a person but by the id that is the same at
-- all units; who sent money to the bank stands there as the bank wrote it.

-- Who pays for the covers of a unit that start within half-open days; where no plan is named, for all plans.
create table contributions.split (
    id       uuid        primary key,
    unit     uuid        not null,
    path     ltree       not null,
    plan     text        not null,
    from_on  date        not null,
    until_on date        check (until_on > from_on),
    set_by   text        not null,
    set_at   timestamptz not null,
    constraint one_split_on_a_day
        exclude using gist (unit with =, plan with =, daterange(from_on, until_on) with &&)
);

comment on column contributions.split.plan is 'Its short name; empty for all plans that have none of their own.';

create table contributions.split_share (
    split        uuid     not null references contributions.split,
    path         ltree    not null,
    place        smallint not null check (place >= 0),
    payer        text     not null,
    organisation uuid,
    sponsor      text     check (length(sponsor) between 2 and 100),
    rule         text     not null check (rule in ('PER_HEAD', 'PART', 'REST')),
    amount       bigint   check (amount > 0),
    primary key (split, place),
    check ((rule = 'REST') = (amount is null))
);

comment on column contributions.split_share.amount is 'Fen a head, or hundredths of a per cent of what the heads leave.';

-- So many fen a head and year, up to a budget, for all units below the sponsor.
create table contributions.subsidy (
    id           uuid        primary key,
    organisation uuid        not null,
    path         ltree       not null,
    sponsor      text        not null,
    plan         text        not null,
    head_fen     bigint      not null check (head_fen > 0),
    budget_fen   bigint      not null check (budget_fen > 0),
    used_fen     bigint      not null default 0,
    from_on      date        not null,
    until_on     date        not null check (until_on > from_on),
    granted_by   text        not null,
    granted_at   timestamptz not null,
    constraint within_budget check (used_fen between 0 and budget_fen)
);

-- What a batch took of it, for whom: one person has it once a year, however many plans and units he is in.
create table contributions.subsidy_use (
    subsidy uuid   not null references contributions.subsidy,
    batch   uuid   not null,
    person  uuid   not null,
    plan    text   not null,
    path    ltree  not null,
    year    integer not null,
    fen     bigint not null check (fen > 0),
    primary key (subsidy, batch, person, plan)
);
create index subsidy_use_of_person on contributions.subsidy_use (subsidy, year, person);
create index subsidy_use_of_batch on contributions.subsidy_use (batch);

-- What is due for a confirmed batch, and how far that has come.
create table contributions.billing (
    batch        uuid    primary key,
    number       text    not null,
    unit         uuid    not null,
    path         ltree   not null,
    starts_on    date    not null,
    due_fen      bigint  not null check (due_fen >= 0),
    billed_on    date    not null,
    state        text    not null check (state in ('OPEN', 'PAID', 'TAKEN_BACK')),
    paid_on      date,
    covered_from date,
    earned_on    date,
    check ((state = 'PAID') = (paid_on is not null)),
    check ((paid_on is null) = (covered_from is null)),
    check (earned_on is null or state = 'PAID')
);

comment on column contributions.billing.starts_on is 'The day on which cover starts if the money is there by then.';
comment on column contributions.billing.paid_on is 'The day on which the last of the money came.';
comment on column contributions.billing.earned_on is 'The day on which it became income; empty until cover starts.';

create index billing_open on contributions.billing (starts_on) where state = 'OPEN';
create index billing_to_earn on contributions.billing (covered_from) where state = 'PAID' and earned_on is null;

create table contributions.billing_line (
    batch   uuid   not null references contributions.billing,
    path    ltree  not null,
    plan    text   not null,
    funding text   not null,
    heads   integer not null check (heads > 0),
    fen     bigint not null check (fen >= 0),
    primary key (batch, plan)
);

create table contributions.bill (
    id            uuid   primary key,
    batch         uuid   not null references contributions.billing,
    unit          uuid   not null,
    path          ltree  not null,
    reference     text   not null unique,
    fund          uuid   not null,
    payer         text   not null,
    organisation  uuid,
    payer_name    text   not null,
    due_fen       bigint not null check (due_fen > 0),
    allocated_fen bigint not null default 0,
    cancelled_on  date,
    constraint never_beyond_its_sum check (allocated_fen between 0 and due_fen),
    check (cancelled_on is null or allocated_fen = 0)
);
create index bill_of_batch on contributions.bill (batch);
create index bill_of_unit on contributions.bill (unit);
create index bill_open on contributions.bill (fund) where cancelled_on is null and allocated_fen < due_fen;

-- The plans of a bill; money is counted to them in their order.
create table contributions.bill_line (
    bill          uuid     not null references contributions.bill,
    path          ltree    not null,
    place         smallint not null,
    plan          text     not null,
    fen           bigint   not null check (fen > 0),
    allocated_fen bigint   not null default 0,
    held_fen      bigint   not null default 0 check (held_fen >= 0),
    refunded_fen  bigint   not null default 0 check (refunded_fen >= 0),
    primary key (bill, plan),
    unique (bill, place),
    check (allocated_fen between 0 and fen),
    check (held_fen + refunded_fen <= allocated_fen)
);

-- What came into the bank account of a fund, line by line as the bank says it.
create table contributions.deposit (
    id            uuid        primary key,
    fund          uuid        not null,
    path          ltree       not null,
    serial        text        not null,
    day           date        not null,
    fen           bigint      not null check (fen > 0),
    payer         text        not null,
    remark        text        not null,
    personal      boolean     not null,
    allocated_fen bigint      not null default 0 check (allocated_fen >= 0),
    held_fen      bigint      not null default 0 check (held_fen >= 0),
    refunded_fen  bigint      not null default 0 check (refunded_fen >= 0),
    taken_by      text        not null,
    taken_at      timestamptz not null,
    constraint deposit_once unique (fund, serial),
    constraint never_more_than_came check (allocated_fen + held_fen + refunded_fen <= fen)
);

comment on column contributions.deposit.held_fen is 'What somebody asked to refund and nobody decided yet.';
comment on column contributions.deposit.personal is 'Comes from a person, which is not accepted (不受理个人转账).';

create index deposit_waiting on contributions.deposit (day, id)
    where allocated_fen + held_fen + refunded_fen < fen;

create table contributions.allocation (
    id        uuid        primary key,
    deposit   uuid        not null references contributions.deposit,
    bill      uuid        not null references contributions.bill,
    path      ltree       not null,
    fen       bigint      not null check (fen > 0),
    came_on   date        not null,
    found_by  text        not null check (found_by in ('REFERENCE', 'NAME', 'HAND')),
    made_by   text        not null,
    made_at   timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    reason    text,
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (reason is null))
);
create index allocation_of_deposit on contributions.allocation (deposit);
create index allocation_of_bill on contributions.allocation (bill);
create index allocation_by_day on contributions.allocation (came_on) where undone_at is null;

create table contributions.allocation_part (
    allocation uuid   not null references contributions.allocation,
    path       ltree  not null,
    plan       text   not null,
    fen        bigint not null check (fen > 0),
    primary key (allocation, plan)
);

-- Either what is left of a deposit, or what was paid for a plan of a bill in vain. One asks, another decides.
create table contributions.refund (
    id         uuid        primary key,
    path       ltree       not null,
    fund       uuid        not null,
    deposit    uuid        references contributions.deposit,
    bill       uuid        references contributions.bill,
    plan       text,
    fen        bigint      not null check (fen > 0),
    state      text        not null check (state in ('ASKED', 'RELEASED', 'DECLINED')),
    reason     text        not null check (length(reason) > 0),
    asked_by   text        not null,
    asked_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    check ((deposit is null) <> (bill is null) and (bill is null) = (plan is null)),
    check ((state = 'ASKED') = (decided_at is null) and (decided_by is null) = (decided_at is null)),
    constraint decided_by_another check (decided_by <> asked_by)
);
create index refund_open on contributions.refund (asked_at) where state = 'ASKED';

-- Receipts (收据), numbered without gaps for each fund and year.
create table contributions.receipt (
    fund      uuid    not null,
    year      integer not null,
    sequence  integer not null check (sequence > 0),
    path      ltree   not null,
    bill      uuid    not null references contributions.bill,
    given_on  date    not null,
    voided_on date,
    primary key (fund, year, sequence)
);
create unique index receipt_of_bill on contributions.receipt (bill) where voided_on is null;

create table contributions.receipt_count (
    fund uuid    not null,
    year integer not null,
    path ltree   not null,
    last integer not null check (last > 0),
    primary key (fund, year)
);

create table contributions.target (
    organisation uuid        not null,
    path         ltree       not null,
    plan         text        not null,
    year         integer     not null check (year between 1990 and 2200),
    fen          bigint      not null check (fen > 0),
    set_by       text        not null,
    set_at       timestamptz not null,
    primary key (organisation, plan, year)
);

-- What an earlier system had collected: brought over, not received here.
create table contributions.carried (
    organisation uuid        not null,
    path         ltree       not null,
    plan         text        not null,
    year         integer     not null check (year between 1990 and 2200),
    month        smallint    not null check (month between 1 and 12),
    fen          bigint      not null check (fen >= 0),
    person_times integer     not null check (person_times >= 0),
    set_by       text        not null,
    set_at       timestamptz not null,
    primary key (organisation, plan, year, month)
);

do $$
declare
    each text;
begin
    foreach each in array array['split', 'split_share', 'subsidy', 'subsidy_use', 'billing', 'billing_line',
                                'bill', 'bill_line', 'deposit', 'allocation', 'allocation_part', 'refund', 'receipt',
                                'receipt_count', 'target', 'carried'] loop
        execute format('create index %s_by_path on contributions.%I using gist (path)', each, each);
        execute format('alter table contributions.%I enable row level security', each);
        execute format('alter table contributions.%I force row level security', each);
        execute format('create policy reach on contributions.%I using (house.reaches(path)) with check (house.reaches(path))',
                       each);
        execute format('grant select, insert, update (path) on contributions.%I to ${runner}', each);
        execute format('create trigger %s_is_not_emptied before truncate on contributions.%I
                        for each statement execute function house.refuse_change()', each, each);
    end loop;
end $$;

grant usage on schema contributions to ${runner};
grant update (until_on) on contributions.split to ${runner};
grant update (used_fen, until_on) on contributions.subsidy to ${runner};
grant delete on contributions.subsidy_use to ${runner};
grant update (state, paid_on, covered_from, earned_on) on contributions.billing to ${runner};
grant update (allocated_fen, cancelled_on) on contributions.bill to ${runner};
grant update (allocated_fen, held_fen, refunded_fen) on contributions.bill_line to ${runner};
grant update (personal, allocated_fen, held_fen, refunded_fen) on contributions.deposit to ${runner};
grant update (undone_by, undone_at, reason) on contributions.allocation to ${runner};
grant update (state, decided_by, decided_at) on contributions.refund to ${runner};
grant update (voided_on) on contributions.receipt to ${runner};
grant update (last) on contributions.receipt_count to ${runner};
grant update (fen, set_by, set_at) on contributions.target to ${runner};
grant update (fen, person_times, set_by, set_at) on contributions.carried to ${runner};
