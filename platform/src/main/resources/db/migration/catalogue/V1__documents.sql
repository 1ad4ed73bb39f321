-- The files of the language of plans, each from its first draft to the day it is published; a published one is frozen.
create table catalogue.document (
    id           uuid        primary key,
    file         text        not null check (file ~ '^([^/]+/)?[^/]+\.yaml$'),
    content      text        not null check (octet_length(content) <= 1048576),
    digest       text        not null check (length(digest) = 64),
    path         ltree       not null,
    state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'PUBLISHED')),
    made_by      text        not null,
    made_at      timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    published_by text,
    published_at timestamptz,
    returned     text,
    check ((state = 'DRAFT') = (submitted_at is null)),
    check ((submitted_by is null) = (submitted_at is null)),
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((published_by is null) = (published_at is null)),
    constraint published_by_another check (published_by <> submitted_by or published_by = 'system')
);

comment on column catalogue.document.path is 'Of the office whose plan it is: who drafts there sees it before it is published.';
comment on column catalogue.document.returned is 'Why it was given back, until it is submitted again.';

create unique index document_is_published_once on catalogue.document (file) where state = 'PUBLISHED';
create unique index document_is_drafted_once on catalogue.document (file) where state <> 'PUBLISHED';

create function catalogue.freeze() returns trigger language plpgsql as $$
begin
    if old.state = 'PUBLISHED' and (tg_op = 'DELETE' or (to_jsonb(new) - 'path') <> (to_jsonb(old) - 'path')) then
        raise exception 'A published file of plans is frozen: %', old.file using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

create trigger published_is_frozen before update or delete on catalogue.document
    for each row execute function catalogue.freeze();
create trigger documents_are_not_emptied before truncate on catalogue.document
    for each statement execute function house.refuse_change();

-- Where and when a plan can be enrolled in: at an organisation and all below it, within half-open days.
create table catalogue.offer (
    id        uuid        primary key,
    plan      text        not null,
    path      ltree       not null,
    from_on   date        not null,
    until_on  date        check (until_on > from_on),
    starts    text        not null check (starts in ('NEXT_DAY', 'NEXT_MONTH', 'FIXED')),
    starts_on date        check ((starts = 'FIXED') = (starts_on is not null)),
    opened_by text        not null,
    opened_at timestamptz not null,
    constraint offered_once
        exclude using gist (plan with =, path with =, daterange(from_on, until_on) with &&)
);

comment on column catalogue.offer.starts is 'The day on which cover starts: after the money, with the next month, or one day for all.';

create index offer_by_path on catalogue.offer using gist (path);

-- Plans that are enrolled in together under one name, at an organisation and all below it.
create table catalogue.bundle (
    id         uuid        primary key,
    name       text        not null check (char_length(name) between 1 and 40),
    path       ltree       not null,
    plans      text[]      not null check (cardinality(plans) >= 2),
    tiers      text[]      not null check (cardinality(tiers) = cardinality(plans)),
    made_by    text        not null,
    made_at    timestamptz not null,
    dropped_at timestamptz
);

comment on column catalogue.bundle.tiers is 'Of each plan the tier, empty where it has none.';

create unique index bundle_is_named_once on catalogue.bundle (path, name) where dropped_at is null;

alter table catalogue.bundle enable row level security;
alter table catalogue.bundle force row level security;
alter table catalogue.document enable row level security;
alter table catalogue.document force row level security;
alter table catalogue.offer enable row level security;
alter table catalogue.offer force row level security;

-- What is published is for all to read; what is not, for those who reach the office.
create policy seen    on catalogue.document for select to ${runner}, current_user using (state = 'PUBLISHED' or house.reaches(path));
create policy drafted on catalogue.document for insert to ${runner}, current_user with check (house.reaches(path));
create policy changed on catalogue.document for update to ${runner}, current_user using (house.reaches(path)) with check (house.reaches(path));
create policy dropped on catalogue.document for delete to ${runner}, current_user using (house.reaches(path));

-- An offer is public too: a member looks up what his unit may enrol him in.
create policy seen   on catalogue.offer for select to ${runner}, current_user using (true);
create policy opened on catalogue.offer for insert to ${runner}, current_user with check (house.reaches(path));
create policy ended  on catalogue.offer for update to ${runner}, current_user using (house.reaches(path)) with check (house.reaches(path));

create policy seen    on catalogue.bundle for select to ${runner}, current_user using (true);
create policy made    on catalogue.bundle for insert to ${runner}, current_user with check (house.reaches(path));
create policy changed on catalogue.bundle for update to ${runner}, current_user using (house.reaches(path)) with check (house.reaches(path));

grant usage on schema catalogue to ${runner};
grant select, insert, update (dropped_at, path) on catalogue.bundle to ${runner};
grant select, insert, delete on catalogue.document to ${runner};
grant update (path, content, digest, state, made_by, made_at, submitted_by, submitted_at, published_by, published_at, returned)
    on catalogue.document to ${runner};
grant select, insert, update (until_on, path) on catalogue.offer to ${runner};
