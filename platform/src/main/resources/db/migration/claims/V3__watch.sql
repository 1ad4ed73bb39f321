-- How claims go, as offices say it, each from a day on; it holds for the place and all below it.
create table claims.routing (
    path          ltree       not null,
    from_on       date        not null,
    own           text[]      not null,
    paper         text[]      not null,
    second_fen    bigint      not null check (second_fen > 0),
    -- Up to this sum the machine approves by itself; empty where it approves nothing.
    fast_fen      bigint      check (fast_fen > 0),
    fast_plans    text[]      not null,
    fast_permille integer     check (fast_permille between 1 and 1000),
    set_by        text        not null,
    set_at        timestamptz not null,
    primary key (path, from_on),
    constraint fast_is_whole check ((fast_fen is null) = (fast_permille is null))
);

-- Why a claim deserves a second look: in figures, and never about anybody else.
create table claims.flag (
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    kind       text        not null check (kind in
                   ('DUPLICATE_RECEIPT', 'SHARED_CARD', 'SHARED_PHONE', 'OUTLIER', 'SOON_AFTER_WAITING', 'SAME_DAY')),
    figures    text[]      not null,
    raised_at  timestamptz not null,
    primary key (claim, kind),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- What the program said to whoever handed a claim in, each time: on so many papers, and what it would come to.
create table claims.self_check (
    claim      uuid        not null,
    place      integer     not null check (place > 0),
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    papers     integer     not null,
    receipts   integer     not null,
    electronic integer     not null check (electronic <= receipts),
    due_fen    bigint      not null,
    denials    integer     not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    primary key (claim, place),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- What whoever approved a claim has ticked, once in each round.
create table claims.compliance (
    claim      uuid        not null,
    round      integer     not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    step       text        not null,
    checked    text[]      not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    primary key (claim, round),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- Samples for a second look. The seed, the days and the way of drawing give the same sample again.
create table claims.sample (
    id         uuid        primary key,
    path       ltree       not null,
    way        text        not null check (way in ('EVENLY', 'BY_VALUE', 'BY_VARIANCE')),
    size       integer     not null check (size between 1 and 500),
    above_fen  bigint      check (above_fen > 0),
    seed       bigint      not null,
    from_on    date        not null,
    until_on   date        not null check (until_on > from_on),
    population integer     not null check (population >= 0),
    drawn_by   text        not null,
    drawn_at   timestamptz not null,
    constraint above_by_value check ((way = 'BY_VALUE') = (above_fen is not null))
);
create index sample_by_path on claims.sample using gist (path);

-- A claim that is looked at once more: of a sample, or, without one, what the machine approved and chance has chosen.
create table claims.second_look (
    id         uuid        primary key,
    sample     uuid        references claims.sample,
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    why        text        not null check (why in ('CHANCE', 'LARGE', 'BY_SUM', 'STRATUM', 'MACHINE')),
    due_fen    bigint      not null,
    drawn_at   timestamptz not null,
    outcome    text        check (outcome in ('SOUND', 'FINDING')),
    checked_by text,
    checked_at timestamptz,
    constraint checked_is_whole check ((outcome is null) = (checked_at is null) and (outcome is null) = (checked_by is null)),
    constraint without_sample_by_machine check ((sample is null) = (why = 'MACHINE')),
    unique (sample, claim),
    unique (id, path),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index second_look_open on claims.second_look (drawn_at, id) where outcome is null;
create index second_look_of_claim on claims.second_look (claim);

-- What was found, who mends it until when, what he did, and who closed it: another. The words are sealed; those of
-- answers that were sent back stand, each with why, in said.
create table claims.finding (
    id          uuid        primary key,
    look        uuid        not null unique,
    path        ltree       not null,
    found       bytea       not null,
    owner       text        not null check (owner in ('POINT', 'AGENCY', 'AGENCY_REVIEW', 'OFFICE')),
    until_on    date        not null,
    found_by    text        not null,
    found_at    timestamptz not null,
    done        bytea,
    answered_by text,
    answered_at timestamptz,
    said        bytea,
    closed_by   text,
    closed_at   timestamptz,
    constraint answered_is_whole check ((done is null) = (answered_by is null) and (done is null) = (answered_at is null)),
    constraint closed_is_whole check ((closed_by is null) = (closed_at is null)),
    constraint closed_once_answered check (closed_by is null or answered_by is not null),
    constraint closed_by_another check (closed_by <> answered_by),
    foreign key (look, path) references claims.second_look (id, path) on update cascade
);
create index finding_open on claims.finding (until_on, id) where closed_at is null;

-- Who opened a claim that he may decide on, for some minutes; it locks nothing. The name is masked.
create table claims.looking (
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    account    text        not null,
    name       text        not null,
    since      timestamptz not null,
    seen_at    timestamptz not null check (seen_at >= since),
    primary key (claim, account),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- Who was told that a claim is due, or past its promised day: whoever has it, or the next tier.
create table claims.reminder (
    claim      uuid    not null,
    path       ltree   not null,
    member     uuid    not null,
    entered_by text    not null,
    due_on     date    not null,
    past       boolean not null,
    told       ltree   not null,
    role       text    not null,
    told_on    date    not null,
    primary key (claim, due_on, past, told, role),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index reminder_by_told on claims.reminder (told, role);

-- The latest of a plan tell what is usual.
create index line_by_plan on claims.line (plan, on_day desc);

do $$
declare
    each text;
begin
    foreach each in array array['routing', 'flag', 'self_check', 'compliance', 'sample', 'second_look', 'finding', 'looking', 'reminder'] loop
        execute format('alter table claims.%I enable row level security', each);
        execute format('alter table claims.%I force row level security', each);
        -- Neither the member nor whoever entered a claim sees why it is looked at twice.
        execute format('create policy reach on claims.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
end $$;

grant select, insert, update on claims.routing to ${runner};
grant select, insert, delete on claims.flag, claims.looking to ${runner};
grant update (since, seen_at) on claims.looking to ${runner};
grant select, insert on claims.reminder, claims.self_check, claims.compliance, claims.sample, claims.second_look, claims.finding to ${runner};
grant update (outcome, checked_by, checked_at) on claims.second_look to ${runner};
grant update (done, answered_by, answered_at, said, until_on, closed_by, closed_at) on claims.finding to ${runner};
-- What is sealed is sealed again with another key, and what moves takes its samples along.
grant update (found) on claims.finding to ${runner};
grant update (path) on claims.sample to ${runner};
grant update (told) on claims.reminder to ${runner};
