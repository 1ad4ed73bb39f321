-- A red letter that takes back a receipt makes people look again once for each receipt.
create unique index step_red_once on claims.step (claim, (subjects[1])) where what = 'REOPENED' and subjects <> '{}';

-- What was paid too much, and is claimed back by the fund that bore it.
create table claims.recovery (
    id           uuid    primary key,
    claim        uuid    not null,
    path         ltree   not null,
    member       uuid    not null,
    entered_by   text    not null,
    decision     integer not null,
    fund         uuid    not null,
    recipient    smallint not null default 0,
    asked_fen    bigint  not null check (asked_fen > 0),
    received_fen bigint  not null default 0 check (received_fen >= 0),
    waived_fen   bigint  not null default 0 check (waived_fen >= 0),
    asked_on     date    not null,
    until        date    not null,
    constraint no_more_than_asked check (received_fen + waived_fen <= asked_fen),
    unique (claim, decision, fund, recipient),
    unique (id, path),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index recovery_open on claims.recovery (asked_on, id) where received_fen + waived_fen < asked_fen;
create index recovery_by_path on claims.recovery using gist (path);

-- Money that came, once under each key.
create table claims.instalment (
    id       uuid        primary key,
    recovery uuid        not null,
    path     ltree       not null,
    fen      bigint      not null check (fen > 0),
    day      date        not null,
    source   text        not null check (source in ('BANK', 'UNCLAIMED')),
    made_by  text        not null,
    made_at  timestamptz not null,
    foreign key (recovery, path) references claims.recovery (id, path) on update cascade
);
create index instalment_of_recovery on claims.instalment (recovery);

-- What one asked to write off and another decides.
create table claims.waiver (
    id         uuid        primary key,
    recovery   uuid        not null,
    path       ltree       not null,
    fen        bigint      not null check (fen > 0),
    reason     text        not null check (length(reason) between 2 and 300),
    state      text        not null check (state in ('ASKED', 'CONFIRMED', 'DECLINED')),
    asked_by   text        not null,
    asked_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    check ((state = 'ASKED') = (decided_at is null) and (decided_by is null) = (decided_at is null)),
    constraint waived_by_another check (decided_by <> asked_by),
    foreign key (recovery, path) references claims.recovery (id, path) on update cascade
);
create unique index one_waiver_open on claims.waiver (recovery) where state = 'ASKED';

do $$
declare
    each text;
begin
    foreach each in array array['recovery', 'instalment', 'waiver'] loop
        execute format('alter table claims.%I enable row level security', each);
        execute format('alter table claims.%I force row level security', each);
        execute format('create policy reach on claims.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
end $$;
create policy own on claims.recovery for select to ${runner} using (member = house.member());

grant select, insert on claims.recovery, claims.instalment, claims.waiver to ${runner};
grant update (received_fen, waived_fen) on claims.recovery to ${runner};
grant update (state, decided_by, decided_at) on claims.waiver to ${runner};
