-- Batches of enrolment, the rosters that they are made from, and cover.

create sequence enrolment.batch_number;

-- One filing of a unit: a roster under one plan or several. Its path is that of the unit, which statistics go by for ever.
create table enrolment.batch (
    id          uuid        primary key,
    number      text        not null unique,
    unit        uuid        not null,
    path        ltree       not null,
    channel     text        not null check (channel in ('AGENCY', 'DIRECT', 'GIFT', 'OWN')),
    starts_on   date        not null,
    -- Of cover that begins and ends within a day, as at an event.
    from_time   time,
    until_time  time,
    units       integer     not null check (units > 0),
    state       text        not null check (state in
                    ('READING', 'UNREADABLE', 'LOOKED', 'FILED', 'RETURNED', 'CONFIRMED', 'STARTED', 'TAKEN_BACK', 'DROPPED')),
    -- Whose turn it is while the batch is reviewed.
    turn        ltree,
    -- Whether its people are those whose cover ends, by the register; files with changes may come after.
    renews      boolean     not null default false,
    parts       smallint    not null default 0,
    made_by     text        not null,
    made_at     timestamptz not null,
    filed_by    text,
    filed_at    timestamptz,
    confirmed_by text,
    confirmed_at timestamptz,
    paid_on     date,
    -- What the handler should know of the file, or why it was returned, taken back or could not be read.
    said        text[]      not null default '{}',
    unique (id, path),
    constraint hours_are_whole check ((from_time is null) = (until_time is null)),
    constraint turn_while_filed check ((state = 'FILED') = (turn is not null)),
    constraint filed_is_whole check ((filed_by is null) = (filed_at is null)),
    constraint confirmed_is_whole check ((confirmed_by is null) = (confirmed_at is null)),
    constraint confirmed_is_filed check (state not in ('CONFIRMED', 'STARTED') or (filed_at is not null and confirmed_at is not null)),
    constraint started_is_paid check (state <> 'STARTED' or paid_on is not null)
);

create index batch_of_unit on enrolment.batch (unit, made_at desc);
create index batch_by_path on enrolment.batch using gist (path);
create index batch_by_turn on enrolment.batch (turn) where turn is not null;

-- The plans of a batch, with the version that its covers are pinned to.
create table enrolment.batch_plan (
    batch   uuid     not null,
    path    ltree    not null,
    place   smallint not null,
    plan    text     not null,
    version text     not null,
    tier    text,
    primary key (batch, plan),
    foreign key (batch, path) references enrolment.batch (id, path) on update cascade
);

-- The files that were brought, sealed in pieces, until the batch is confirmed or dropped; their digests stay.
create table enrolment.file (
    batch  uuid     not null,
    path   ltree    not null,
    part   smallint not null check (part > 0),
    name   text     not null,
    bytes  bigint   not null check (bytes >= 0),
    digest text     not null check (length(digest) = 64),
    primary key (batch, part),
    foreign key (batch, path) references enrolment.batch (id, path) on update cascade
);

create table enrolment.piece (
    id     uuid     primary key,
    batch  uuid     not null,
    path   ltree    not null,
    part   smallint not null,
    place  integer  not null,
    sealed bytea    not null,
    unique (batch, part, place),
    foreign key (batch, path) references enrolment.batch (id, path) on update cascade
);

-- The rows of a roster. Of each part the rows that were accepted and those that were refused are all that were read.
create table enrolment.line (
    batch    uuid     not null,
    part     smallint not null,
    row      integer  not null check (row > 0),
    path     ltree    not null,
    name     text     collate "C" not null,
    person   uuid,
    member   uuid,
    newcomer boolean  not null,
    kind     text     not null check (kind in ('NEW', 'RENEWED', 'CHANGED', 'DUPLICATE', 'LEFT', 'WRONG')),
    -- A line each: column, what is wrong, what to do, with tabs between.
    troubles text     not null,
    -- Of a row that was wrong: a file with corrections came after it.
    replaced boolean  not null default false,
    primary key (batch, part, row)
);

comment on table enrolment.line is
    'Comes by the hundred thousand: its path is kept equal to that of the batch by whoever moves that, not by a key.';

create index line_of_interest on enrolment.line (batch, kind, part, row) where kind <> 'NEW';

-- What a row will become under one plan, once the batch is filed.
create table enrolment.proposal (
    batch      uuid     not null,
    part       smallint not null,
    row        integer  not null,
    plan       text     not null,
    path       ltree    not null,
    person     uuid     not null,
    member     uuid     not null,
    kind       text     not null check (kind in ('NEW', 'RENEWED', 'CHANGED')),
    version    text     not null,
    from_on    date     not null,
    until_on   date     not null check (until_on > from_on),
    since_on   date     not null check (since_on <= from_on),
    prior_until date,
    waits_until date,
    units      integer  not null check (units > 0),
    occupation text     not null,
    category   text     not null,
    fen        bigint   not null check (fen >= 0),
    with_unit  boolean  not null,
    insured    text     collate "C",
    primary key (batch, part, row, plan)
);

-- Cover (保障): of a member, under a plan, half-open. The path is where the member stands now; the other is that of the
-- batch, where he stood when he was enrolled, by which statistics go. A person has one cover under a plan on a day, whichever unit enrolled him.
create table enrolment.cover (
    id          uuid     primary key,
    member      uuid     not null,
    path        ltree    not null,
    person      uuid     not null,
    plan        text     not null,
    version     text     not null,
    from_on     date     not null,
    until_on    date     not null check (until_on > from_on),
    since_on    date     not null check (since_on <= from_on),
    prior_until date,
    waits_until date,
    units       integer  not null check (units > 0),
    tier        text,
    occupation  text     not null,
    category    text     not null,
    fen         bigint   not null check (fen >= 0),
    kind        text     not null check (kind in ('NEW', 'RENEWED', 'CHANGED')),
    batch       uuid     not null,
    filed_path  ltree    not null,
    part        smallint not null,
    row         integer  not null,
    with_unit   boolean  not null default false,
    insured     text     collate "C",
    from_time   time,
    until_time  time,
    state       text     not null check (state in ('AGREED', 'VOID')),
    foreign key (member, path) references members.member (id, path) on update cascade,
    constraint cover_once
        exclude using gist (person with =, plan with =, daterange(from_on, until_on) with &&) where (state <> 'VOID')
);

comment on column enrolment.cover.filed_path is
    'Kept equal to the path of the batch by whoever moves that: cover is made of rows of batches, which none can lose.';
comment on column enrolment.cover.since_on is 'Where unbroken cover began: waiting counts from there.';
comment on column enrolment.cover.insured is 'What the child is called that is under cover through the member; empty where it is he himself.';
comment on column enrolment.cover.with_unit is 'Whether it ends with the term of the unit, however late it begins.';
comment on column enrolment.cover.waits_until is 'The first day on which it no longer waits; empty where it never does.';

create index cover_of_member on enrolment.cover (member);
create index cover_of_person on enrolment.cover (person);
create index cover_of_batch on enrolment.cover (batch, part, row);

-- Two units enrolled one person under one plan: both are told.
create table enrolment.clash (
    id       uuid        primary key,
    batch    uuid        not null,
    path     ltree       not null,
    plan     text        not null,
    member   uuid        not null,
    is_first boolean     not null,
    at       timestamptz not null
);

comment on column enrolment.clash.is_first is 'Whether the batch is the one that holds; else the one that was refused.';

create index clash_of_batch on enrolment.clash (batch);

-- What the headers of a unit's own roster mean, as they were settled once.
create table enrolment.mapping (
    unit   uuid  not null,
    path   ltree not null,
    header text  not null,
    means  text  not null,
    primary key (unit, header)
);

do $$
declare
    each text;
begin
    foreach each in array array['batch', 'batch_plan', 'file', 'piece', 'line', 'proposal', 'clash', 'mapping'] loop
        execute format('alter table enrolment.%I enable row level security', each);
        execute format('alter table enrolment.%I force row level security', each);
        execute format('create policy reach on enrolment.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
end $$;

-- Whoever enrolled somebody sees what came of it, wherever he works now.
alter table enrolment.cover enable row level security;
alter table enrolment.cover force row level security;
create policy reach on enrolment.cover to ${runner}, current_user
    using (house.reaches(path) or house.reaches(filed_path))
    with check ((select house.reach()) @> path or (select house.reach()) @> filed_path);

-- A member sees his own cover.
create policy own on enrolment.cover for select to ${runner} using (member = house.member());

-- Whoever enrols must know whether somebody else has: the days and the plan are told, never the unit. This runs as the
-- owner, who sees all covers, and nothing else asks as he.
create policy whole on enrolment.cover for select to current_user using (true);

create function enrolment.held(persons uuid[], asking uuid)
    returns table (person uuid, plan text, from_on date, until_on date, since_on date, units integer, here boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
    select c.person, c.plan, c.from_on, c.until_on, c.since_on, c.units, b.unit = asking
    from enrolment.cover c join enrolment.batch b on b.id = c.batch
    where c.person = any(persons) and c.state <> 'VOID'
$$;

create policy whole on enrolment.batch for select to current_user using (true);
-- All covers of a batch come into force at once, when the batch does: no row of them is written for that. A member sees
-- his cover, not the batch; where it stands he may know.
create function enrolment.standing(state text, batch uuid) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select case when standing.state = 'VOID' then 'VOID'
                when (select b.state from enrolment.batch b where b.id = standing.batch) = 'STARTED' then 'IN_FORCE'
                else 'AGREED' end
$$;

create policy told on enrolment.clash for insert to current_user with check (true);

-- Tells both units of people whom the batch would have enrolled a second time: each reads it beside its own batch.
create function enrolment.tell_both(second uuid, persons uuid[], plans text[], now timestamptz) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into enrolment.clash (id, batch, path, plan, member, is_first, at)
    select gen_random_uuid(), b.id, b.path, c.plan, c.member, true, now
    from unnest(persons, plans) t (person, plan)
    join enrolment.batch s on s.id = second
    join enrolment.cover c on c.person = t.person and c.plan = t.plan and c.state <> 'VOID'
         and c.until_on > s.starts_on and c.batch <> second
    join enrolment.batch b on b.id = c.batch and b.unit <> s.unit
$$;

grant usage on schema enrolment to ${runner};
grant usage on sequence enrolment.batch_number to ${runner};
grant select, insert, update on enrolment.batch, enrolment.cover to ${runner};
grant select, insert, update (path) on enrolment.clash to ${runner};
grant select, insert on enrolment.batch_plan to ${runner};
grant select, insert, delete on enrolment.file, enrolment.piece to ${runner};
grant select, insert, update, delete on enrolment.proposal to ${runner};
grant select, insert, update on enrolment.line, enrolment.mapping to ${runner};
grant delete on enrolment.line to ${runner};
