-- The organisations of the three tiers as they stand now, and their history, which only grows.

-- The last label of each path: one for each organisation, so that no two paths are ever equal, even amid a move.
create sequence unions.label;

create table unions.organisation (
    id            uuid primary key default gen_random_uuid(),
    tier          text not null check (tier in ('OFFICE', 'AGENCY', 'STREET', 'POINT', 'UNIT')),
    name          text not null check (length(name) between 2 and 100),
    path          ltree not null unique,
    parent        uuid references unions.organisation,
    opened_on     date not null,
    closed_on     date check (closed_on >= opened_on),
    changed_on    date not null check (changed_on >= opened_on),
    province      text,
    union_code    text check (length(union_code) = 18),
    employer_code text check (length(employer_code) = 18),
    check ((parent is null) = (nlevel(path) = 1)),
    check (province is null or tier = 'OFFICE')
);
create index on unions.organisation using gist (path);
create index on unions.organisation (parent);
create index on unions.organisation using gin (name gin_trgm_ops);
create index on unions.organisation (name text_pattern_ops);
create index on unions.organisation (employer_code);
-- A union has one code. Codes are public, so that the refusal of one that is taken elsewhere gives nothing away.
create unique index organisation_union_code on unions.organisation (union_code) where closed_on is null;

alter table unions.organisation enable row level security;
alter table unions.organisation force row level security;
-- The reach is read once for a query, not once for a row.
create policy reach on unions.organisation using ((select house.reach()) @> path);

-- Each row says how the organisation stands from that day on: its name and what is above it; neither once it is closed.
create table unions.milestone (
    number       bigint generated always as identity primary key,
    organisation uuid not null references unions.organisation,
    day          date not null,
    kind         text not null check (kind in ('OPENED', 'RENAMED', 'MOVED', 'CLOSED', 'MERGED', 'TOOK_IN',
                                               'SPLIT_OFF', 'GAVE_OFF', 'ACTS_FOR')),
    name         text,
    parent       uuid references unions.organisation,
    other        uuid references unions.organisation,
    province     text,
    reason       text not null,
    actor        text not null,
    at           timestamptz not null,
    check ((name is null) = (kind in ('CLOSED', 'MERGED'))),
    check ((other is not null) = (kind in ('MERGED', 'TOOK_IN', 'SPLIT_OFF', 'GAVE_OFF')))
);
create index on unions.milestone (organisation, day, number);
create index on unions.milestone (parent);

-- What is known of an organisation from a day on.
create table unions.fact (
    number        bigint generated always as identity primary key,
    organisation  uuid not null references unions.organisation,
    day           date not null,
    union_code    text,
    employer_code text,
    kind          text not null,
    staff         integer not null check (staff >= 0),
    women         integer not null check (women between 0 and staff),
    hosted_in     text,
    actor         text not null,
    at            timestamptz not null
);
create index on unions.fact (organisation, day, number);

-- Whom to call: only whoever it is now, since a person is not kept longer than needed.
create table unions.contact (
    organisation uuid primary key references unions.organisation,
    name         text not null,
    phone        bytea not null
);

-- Whoever sees an organisation sees its past, wherever it stood then: its path of those days is not what decides.
alter table unions.milestone enable row level security;
alter table unions.milestone force row level security;
create policy reach on unions.milestone
    using (exists (select from unions.organisation o where o.id = milestone.organisation));
alter table unions.fact enable row level security;
alter table unions.fact force row level security;
create policy reach on unions.fact
    using (exists (select from unions.organisation o where o.id = fact.organisation));
alter table unions.contact enable row level security;
alter table unions.contact force row level security;
create policy reach on unions.contact
    using (exists (select from unions.organisation o where o.id = contact.organisation));

create trigger milestone_only_grows before update or delete on unions.milestone
    for each row execute function house.refuse_change();
create trigger milestone_is_not_emptied before truncate on unions.milestone
    for each statement execute function house.refuse_change();
create trigger fact_only_grows before update or delete on unions.fact
    for each row execute function house.refuse_change();
create trigger fact_is_not_emptied before truncate on unions.fact
    for each statement execute function house.refuse_change();

-- Units that ask to be taken in. One is decided by a conditional update, so by one reviewer only.
create table unions.registration (
    id            uuid primary key,
    under         uuid not null references unions.organisation,
    path          ltree not null,
    name          text not null check (length(name) between 2 and 100),
    union_code    text,
    employer_code text,
    kind          text not null,
    staff         integer not null check (staff >= 0),
    women         integer not null check (women between 0 and staff),
    hosted_in     text,
    contact       text not null,
    phone         bytea not null,
    state         text not null check (state in ('ASKED', 'APPROVED', 'RETURNED')),
    asked_at      timestamptz not null,
    decided_at    timestamptz,
    decided_by    text,
    reason        text,
    organisation  uuid references unions.organisation,
    check ((state = 'ASKED') = (decided_at is null)),
    check ((state = 'ASKED') = (decided_by is null)),
    check ((state = 'RETURNED') = (reason is not null)),
    check ((state = 'APPROVED') = (organisation is not null))
);
create index on unions.registration using gist (path);
create index on unions.registration (state, asked_at);

alter table unions.registration enable row level security;
alter table unions.registration force row level security;
create policy reach on unions.registration using ((select house.reach()) @> path);

grant usage on schema unions to ${runner};
grant usage on sequence unions.label to ${runner};
grant select, insert, update (name, path, parent, closed_on, changed_on, province, union_code, employer_code)
    on unions.organisation to ${runner};
grant select, insert on unions.milestone, unions.fact to ${runner};
grant select, insert, update, delete on unions.contact to ${runner};
grant select, insert, update on unions.registration to ${runner};
