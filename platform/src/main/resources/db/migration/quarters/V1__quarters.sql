-- Quarters of secondary reimbursement: what was brought, what was tried, what was confirmed, what each member gets.
--
-- A run and all that belongs to it have the path of the office; lines that of the organisation whose staff sees them.

create table quarters.run (
    id           uuid        primary key,
    path         ltree       not null,
    plan         text        not null check (length(plan) between 1 and 60),
    year         smallint    not null check (year between 1 and 9999),
    -- From 5 on what lies above the ceiling of the insurance, for the whole year: the first time, the second.
    quarter      smallint    not null check (quarter between 1 and 9),
    state        text        not null default 'OPEN'
                             check (state in ('OPEN', 'STAGED', 'TRIED', 'COMPARED', 'CONFIRMED', 'PAID', 'CLOSED')),
    trial        integer     not null default 0,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    proposed_by  text,
    confirmed_by text,
    confirmed_on date,
    unique (path, plan, year, quarter),
    unique (id, path),
    constraint confirmed_by_another check (confirmed_by <> proposed_by),
    check (state not in ('COMPARED', 'CONFIRMED', 'PAID', 'CLOSED') or proposed_by is not null),
    check ((state in ('CONFIRMED', 'PAID', 'CLOSED')) = (confirmed_by is not null)),
    check ((confirmed_by is null) = (confirmed_on is null))
);

comment on column quarters.run.trial is 'The number of the last trial, which says what the run comes to.';

-- What was brought for a quarter; what stands in it lies sealed with the documents, under the same id.
create table quarters.file (
    id         uuid        primary key,
    run        uuid        not null,
    path       ltree       not null,
    kind       text        not null check (kind in ('FEED', 'REGISTER', 'DESIGNATED', 'FILED')),
    place      integer     not null check (place > 0),
    rows       bigint      not null check (rows >= 0),
    bytes      bigint      not null check (bytes > 0),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    brought_by text        not null,
    brought_at timestamptz not null,
    -- The same file twice changes nothing.
    unique (run, kind, sha256),
    unique (run, kind, place),
    foreign key (run, path) references quarters.run (id, path) on update cascade
);

-- What it would come to, or comes to once the run is confirmed with it.
create table quarters.trial (
    run            uuid        not null,
    number         integer     not null check (number > 0),
    path           ltree       not null,
    state          text        not null default 'ASKED' check (state in ('ASKED', 'DONE', 'STOPPED')),
    asked_by       text        not null,
    asked_at       timestamptz not null,
    done_at        timestamptz,
    -- Digest of what was settled: the files in their order, the version of the plan, the edition of the program.
    input          text,
    plan_version   text,
    edition        text,
    trouble        text,
    persons        integer,
    due_fen        bigint,
    carried        integer,
    carried_fen    bigint,
    rows_read      bigint,
    rows_rejected  bigint,
    -- How many rows for each reason.
    reasons        text[],
    counts         bigint[],
    -- What was written, sealed with the documents.
    payments       uuid,
    payments_sha256 text,
    carried_file   uuid,
    rejects        uuid,
    -- Keyed digests of those who were not entitled when it began: with them it can be settled again.
    left_out       text[],
    primary key (run, number),
    check ((state = 'DONE') = (payments is not null)),
    check ((state = 'STOPPED') = (trouble is not null)),
    foreign key (run, path) references quarters.run (id, path) on update cascade
);

-- What one person is due, or what is carried to later quarters, by one trial.
create table quarters.line (
    id             uuid     primary key,
    run            uuid     not null,
    trial          integer  not null,
    path           ltree    not null,
    plan           text     not null,
    year           smallint not null,
    quarter        smallint not null,
    member         uuid,
    -- Whose line it was before his entry in the register was joined to another; empty again where that is undone.
    member_before  uuid,
    -- Keyed digest of the identity number: one person has one line.
    person         text     not null check (length(person) = 64),
    -- What is owed is known by it, whatever is tried again.
    key            text     not null,
    part           smallint not null,
    agency         text     not null,
    -- Name, identity number and card, by which he is paid.
    payee          bytea    not null,
    card_end       text     not null,
    -- Whether a bank would take name and card.
    payable        boolean  not null,
    outpatient_fen bigint   not null,
    inpatient_fen  bigint   not null,
    -- What he paid himself of each stay, in their order, as 2025-01-31:140000 between blanks.
    stays          text     not null,
    -- Above the ceiling: what was filed, what three others paid of it, what the quarters gave, in fen, between blanks.
    above          text     not null default '' check (above ~ '^([0-9]+( [0-9]+){4})?$' and (quarter > 4) = (above <> '')),
    entitled_fen   bigint   not null,
    before_fen     bigint   not null,
    due_fen        bigint   not null check (due_fen <> 0 and due_fen = entitled_fen - before_fen),
    stands         boolean  not null default false,
    paid_on        date,
    -- The person first: what stands of somebody is looked for across all runs.
    unique (person, run, trial),
    check (paid_on is null or (stands and due_fen > 0))
);

comment on column quarters.line.stands is 'The run was confirmed with it: what is due is owed, the member sees it.';

create index line_of_part on quarters.line (run, trial, part);
create index line_of_member on quarters.line (member) where member is not null;
create index line_unpaid on quarters.line (run) where due_fen > 0 and paid_on is null;
create index line_carried on quarters.line (run) where stands and due_fen < 0;
create index line_by_path on quarters.line using gist (path);

-- What stands out, which somebody has to have seen before anything is confirmed.
create table quarters.warning (
    run     uuid    not null,
    trial   integer not null,
    path    ltree   not null,
    kind    text    not null check (kind ~ '^[A-Z_]{3,40}$'),
    words   text[]  not null,
    seen_by text,
    primary key (run, trial, kind),
    foreign key (run, path) references quarters.run (id, path) on update cascade
);

-- Who was drawn from a trial, to be looked at where he works before anything is paid.
create table quarters.verification (
    -- That of the line: what is sealed there opens here.
    id          uuid        primary key,
    run         uuid        not null references quarters.run,
    path        ltree       not null,
    plan        text        not null,
    year        smallint    not null,
    quarter     smallint    not null,
    person      text        not null check (length(person) = 64),
    payee       bytea       not null,
    card_end    text        not null,
    due_fen     bigint      not null check (due_fen > 0),
    drawn_by    text        not null,
    drawn_at    timestamptz not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'FIT', 'UNFIT')),
    said        text        not null default '' check (length(said) <= 400),
    answered_by text,
    answered_at timestamptz,
    -- What one of the office says of it since the run was confirmed, until another has decided on that.
    otherwise      text     check (otherwise in ('FIT', 'UNFIT')),
    otherwise_said text     check (length(otherwise_said) <= 400),
    otherwise_by   text,
    otherwise_at   timestamptz,
    confirmed_by   text,
    unique (run, person),
    check ((state = 'OPEN') = (answered_by is null)),
    check ((answered_by is null) = (answered_at is null)),
    check (num_nulls(otherwise, otherwise_said, otherwise_by, otherwise_at) in (0, 4)),
    check (otherwise <> state),
    constraint otherwise_by_another check (confirmed_by <> answered_by),
    constraint unfit_says_why check ((state = 'UNFIT') = (said <> '')),
    constraint otherwise_says_why check ((otherwise = 'UNFIT') = (otherwise_said <> ''))
);

comment on column quarters.verification.confirmed_by is 'Who confirmed what another answered after the run was confirmed.';

create index verification_waiting on quarters.verification using gist (path) where state = 'OPEN';

-- Work that one process at a time does: it holds it for a while, says in between that it is still at it, and what it
-- did counts only if nobody has taken it over since.
create table quarters.task (
    id     uuid        primary key,
    run    uuid        not null,
    path   ltree       not null,
    kind   text        not null check (kind in ('TRIAL', 'OWE')),
    number integer     not null,
    state  text        not null default 'WAITING' check (state in ('WAITING', 'DONE')),
    epoch  bigint      not null default 0,
    until  timestamptz,
    stage  text        not null default '',
    done   bigint      not null default 0,
    total  bigint      not null default 0,
    unique (run, kind, number),
    foreign key (run, path) references quarters.run (id, path) on update cascade
);

comment on column quarters.task.epoch is 'Counts who took it over: whoever has an older one has lost it.';

create index task_waiting on quarters.task (until nulls first) where state = 'WAITING';

-- Another name and card for a line that no bank would have taken as it was: one says it, another confirms it.
create table quarters.mend (
    id         uuid        primary key,
    line       uuid        not null references quarters.line (id) on delete cascade,
    path       ltree       not null,
    -- Name, identity number and card, as in the line.
    payee      bytea       not null,
    state      text        not null default 'ASKED' check (state in ('ASKED', 'CONFIRMED', 'DECLINED', 'OVERTAKEN')),
    asked_by   text        not null,
    asked_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    constraint mended_by_another check (decided_by <> asked_by or state = 'OVERTAKEN'),
    check ((state = 'ASKED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);

create unique index mend_is_asked_once on quarters.mend (line) where state = 'ASKED';
create index mend_of_line on quarters.mend (line);
create index mend_by_path on quarters.mend using gist (path);
create index line_held on quarters.line (run) where stands and not payable and due_fen > 0;

-- Programs of an insurance office or a city that may bring files, each for one office and nothing else.
create table quarters.feeder (
    id       uuid        primary key,
    path     ltree       not null,
    name     text        not null check (length(name) between 1 and 60),
    -- Of its key there is only the digest.
    digest   bytea       not null unique check (length(digest) = 32),
    -- The first day on which the key is taken no longer.
    until    date        not null,
    made_by  text        not null,
    made_at  timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    used_at  timestamptz,
    -- How often it came since.
    since    timestamptz not null,
    count    integer     not null default 0,
    check ((ended_by is null) = (ended_at is null))
);

create index feeder_by_path on quarters.feeder using gist (path);
-- Who is designated, from when to when; the schemes for them are settled by it.
create table quarters.designation (
    id       uuid        primary key,
    path     ltree       not null,
    kind     text        not null check (kind in ('HARDSHIP', 'MODEL_WORKER')),
    -- Keyed digest of the identity number, as lines have it.
    person   text        not null check (length(person) = 64),
    name     text        not null,
    number   bytea       not null,
    since    date        not null,
    until    date        check (until > since),
    source   text        not null check (length(source) <= 200),
    noted_by text        not null,
    noted_at timestamptz not null,
    unique (path, kind, person, since)
);

comment on column quarters.designation.until is 'The day after the last; null where no end is known.';

-- What a union files for a member whose costs of a year passed the ceiling of the insurance.
create table quarters.filing (
    id         uuid        primary key,
    -- The office that settles it.
    office     ltree       not null,
    -- The member's unit.
    path       ltree       not null,
    plan       text        not null,
    year       smallint    not null,
    member     uuid        not null,
    -- Keyed digest of the identity number, as lines have it.
    person     text        not null check (length(person) = 64),
    name       text        not null,
    number     bytea       not null,
    -- What lies above, and what three others paid of it, in fen, between blanks.
    figures    text        not null check (figures ~ '^[0-9]+( [0-9]+){3}$'),
    -- Those that an office has accepted last: the year is settled by them.
    accepted   text        check (accepted ~ '^[0-9]+( [0-9]+){3}$'),
    state      text        not null check (state in ('ENTERED', 'PASSED', 'ACCEPTED', 'RETURNED')),
    version    integer     not null default 1,
    said       text        not null default '' check (length(said) <= 500),
    entered_by text        not null,
    passed_by  text,
    entered_at timestamptz not null,
    unique (office, plan, year, person),
    constraint passed_by_another check (passed_by <> entered_by),
    check (state <> 'ACCEPTED' or accepted = figures)
);

create index filing_by_path on quarters.filing using gist (path);

do $$
declare
    each text;
begin
    foreach each in array array['filing', 'designation', 'run', 'file', 'trial', 'line', 'warning', 'verification', 'task', 'mend', 'feeder'] loop
        execute format('alter table quarters.%I enable row level security', each);
        execute format('alter table quarters.%I force row level security', each);
        execute format('create policy reach on quarters.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
end $$;
-- Whoever acts for a member sees his claims, and nothing of this.
create policy own on quarters.line for select to ${runner} using (member = house.member() and members.is_himself());

grant usage on schema quarters to ${runner};
grant select, insert on quarters.run, quarters.file, quarters.trial, quarters.line, quarters.warning,
                         quarters.verification, quarters.task, quarters.mend, quarters.feeder,
                         quarters.filing, quarters.designation to ${runner};
grant update (office, path, member, name, number, figures, accepted, state, version, said, entered_by, passed_by, entered_at)
    on quarters.filing to ${runner};
grant update (path, until, number) on quarters.designation to ${runner};
grant update (state, trial, proposed_by, confirmed_by, confirmed_on, path) on quarters.run to ${runner};
grant delete on quarters.file, quarters.line to ${runner};
grant update (path, member, member_before, payee, card_end, payable, stands, paid_on) on quarters.line to ${runner};
grant update (path, payee, state, decided_by, decided_at) on quarters.mend to ${runner};
grant update (path, ended_by, ended_at, used_at, since, count) on quarters.feeder to ${runner};
grant update (path, payee, state, said, answered_by, answered_at, otherwise, otherwise_said, otherwise_by,
              otherwise_at, confirmed_by) on quarters.verification to ${runner};
grant update (seen_by) on quarters.warning to ${runner};
grant update (state, epoch, until, stage, done, total) on quarters.task to ${runner};
grant update (state, done_at, input, plan_version, edition, trouble, persons, due_fen, carried, carried_fen, rows_read,
              rows_rejected, reasons, counts, payments, payments_sha256, carried_file, rejects, left_out) on quarters.trial to ${runner};
