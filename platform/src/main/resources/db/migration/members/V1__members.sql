-- The register of members, for life.
--
-- A member stands where he works, or worked last: unit and path say so, and row-level security goes by the path. Each
-- table below him carries his path too, kept equal by its foreign key, so that every policy is one plain comparison.
-- Numbers of papers, cards and phones, and addresses, are sealed; beside them stands a keyed digest to find them by.
-- The same number may stand at two units: to refuse it would tell a unit who is a member elsewhere. Whoever reaches
-- both sees the duplicate, and merges it.

create table members.member (
    id             uuid   primary key,
    unit           uuid   not null,
    path           ltree  not null,
    name           text   collate "C" not null check (char_length(name) between 1 and 100),
    birth_on       date   not null,
    sex            text   not null check (sex in ('MALE', 'FEMALE')),
    paper_kind     text   not null,
    paper_sealed   bytea  not null,
    paper_index    bytea  not null check (length(paper_index) = 32),
    phone_sealed   bytea,
    phone_index    bytea  check (length(phone_index) = 32),
    address_sealed bytea,
    admitted_on    date   not null,
    merged_into    uuid   references members.member check (merged_into <> id),
    path_key       text   collate "C" not null generated always as (path::text || '.') stored,
    unique (id, path),
    constraint phone_is_whole check ((phone_sealed is null) = (phone_index is null))
);

comment on column members.member.path_key is
    'All below a path p have a key from p. up to p/, which an index finds even under row-level security.';
comment on column members.member.merged_into is 'The member that this entry is another of; empty for most.';

create unique index member_once_in_unit on members.member (unit, paper_index) where merged_into is null;
create index member_by_paper on members.member (paper_index);
create index member_by_phone on members.member (phone_index) where phone_index is not null;
create index member_by_name on members.member (name, birth_on);
create index member_by_path_and_name on members.member (path_key, name);
create index member_of_unit on members.member (unit, name, id);
create index member_by_path on members.member using gist (path);
create index member_by_merged on members.member (merged_into) where merged_into is not null;

-- Each two signs that follow one another in a name. Row-level security keeps LIKE from using an index, since LIKE
-- might tell of rows that it may not show; a plain comparison may.
create table members.name_pair (
    pair   text  collate "C" not null check (char_length(pair) = 2),
    member uuid  not null,
    path   ltree not null,
    primary key (pair, member),
    foreign key (member, path) references members.member (id, path) on update cascade
);

create index name_pair_by_member on members.name_pair (member);

create function members.pair_name() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from members.name_pair where member = new.id;
    end if;
    insert into members.name_pair (pair, member, path)
    select distinct substr(new.name, at, 2), new.id, new.path from generate_series(1, char_length(new.name) - 1) at;
    return null;
end $$;

create trigger member_is_named after insert or update of name on members.member
    for each row execute function members.pair_name();

-- Where a member worked, and when: at one place at a time.
create table members.employment (
    id       uuid  primary key,
    member   uuid  not null,
    path     ltree not null,
    unit     uuid  not null,
    from_on  date  not null,
    until_on date  check (until_on > from_on),
    foreign key (member, path) references members.member (id, path) on update cascade,
    constraint employment_one_at_a_time
        exclude using gist (member with =, daterange(from_on, until_on) with &&)
);

create index employment_of_member on members.employment (member);

create table members.card (
    id          uuid        primary key,
    member      uuid        not null,
    path        ltree       not null,
    kind        text        not null check (kind in ('UNION', 'BANK')),
    sealed      bytea       not null,
    index       bytea       not null check (length(index) = 32),
    given_at    timestamptz not null,
    replaced_at timestamptz check (replaced_at >= given_at),
    foreign key (member, path) references members.member (id, path) on update cascade
);

create index card_of_member on members.card (member);
create unique index card_one_live on members.card (member, kind) where replaced_at is null;
create index card_by_index on members.card (index);

create table members.category (
    id       uuid  primary key,
    member   uuid  not null,
    path     ltree not null,
    kind     text  not null,
    from_on  date  not null,
    until_on date  check (until_on > from_on),
    foreign key (member, path) references members.member (id, path) on update cascade,
    constraint category_once_at_a_time
        exclude using gist (member with =, kind with =, daterange(from_on, until_on) with &&)
);

create index category_of_member on members.category (member);

create table members.relative (
    id           uuid  primary key,
    member       uuid  not null,
    path         ltree not null,
    kin          text  not null check (kin in ('CHILD', 'SPOUSE', 'PARENT')),
    name         text  not null,
    birth_on     date  not null,
    paper_kind   text  not null,
    paper_sealed bytea not null,
    paper_index  bytea not null,
    guardian     uuid  references members.member check (guardian is null or kin = 'CHILD'),
    removed_on   date,
    foreign key (member, path) references members.member (id, path) on update cascade
);

create index relative_of_member on members.relative (member);
create unique index relative_once on members.relative (member, paper_index) where removed_on is null;

comment on column members.relative.guardian is 'Who stands for a child under 14: the member, or another one.';

-- What a member agreed to: the version of the text and its digest are those that he was shown.
create table members.consent (
    id           uuid        primary key,
    member       uuid        not null,
    path         ltree       not null,
    purpose      text        not null,
    version      text        not null,
    digest       text        not null check (length(digest) = 64),
    given_at     timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= given_at),
    foreign key (member, path) references members.member (id, path) on update cascade
);

create index consent_of_member on members.consent (member);
create unique index consent_one_live on members.consent (member, purpose) where withdrawn_at is null;

create table members.correction (
    id          uuid        primary key,
    member      uuid        not null,
    path        ltree       not null,
    subject     text        not null,
    wish_sealed bytea       not null,
    asked_at    timestamptz not null,
    outcome     text        check (outcome in ('DONE', 'DECLINED')),
    answer      text,
    answered_at timestamptz,
    foreign key (member, path) references members.member (id, path) on update cascade,
    constraint answer_is_whole check ((outcome is null) = (answered_at is null) and (outcome is null) = (answer is null))
);

create index correction_open on members.correction (asked_at, id) where outcome is null;
create index correction_of_member on members.correction (member);

-- How many fields an account has had shown on a day.
create table members.shown (
    actor text    not null,
    day   date    not null,
    count integer not null check (count > 0),
    primary key (actor, day)
);

do $$
declare
    each text;
begin
    alter table members.member enable row level security;
    alter table members.member force row level security;
    create policy seen on members.member for select using (house.reaches(path) or id = house.member());
    create policy added on members.member for insert with check (house.reaches(path));
    create policy changed on members.member for update using (house.reaches(path)) with check (house.reaches(path));

    foreach each in array array['name_pair', 'employment', 'card', 'category', 'relative', 'consent', 'correction'] loop
        execute format('create index %s_by_path on members.%I using gist (path)', each, each);
        execute format('alter table members.%I enable row level security', each);
        execute format('alter table members.%I force row level security', each);
        execute format('create policy seen on members.%I for select using (house.reaches(path) or member = house.member())', each);
        execute format('create policy added on members.%I for insert with check (house.reaches(path))', each);
        execute format('create policy changed on members.%I for update using (house.reaches(path)) with check (house.reaches(path))', each);
    end loop;
end $$;

create policy removed on members.name_pair for delete using (house.reaches(path));

-- A member himself consents, withdraws, and asks for corrections.
create policy own_added on members.consent for insert with check (member = house.member());
create policy own_changed on members.consent for update using (member = house.member()) with check (member = house.member());
create policy own_added on members.correction for insert with check (member = house.member());

alter table members.shown enable row level security;
alter table members.shown force row level security;
create policy own on members.shown using (actor = current_setting('huzhu.actor'));

grant usage on schema members to ${runner};
grant select, insert, update on members.member to ${runner};
grant select, insert, delete on members.name_pair to ${runner};
grant select, insert, update on members.employment, members.card, members.category, members.relative to ${runner};
grant select, insert on members.consent to ${runner};
grant update (withdrawn_at) on members.consent to ${runner};
grant select, insert, update on members.correction to ${runner};
grant select, insert, update on members.shown to ${runner};
