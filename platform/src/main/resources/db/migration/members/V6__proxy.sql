-- Whom a member lets act for him in claims (家人代办): a person with a phone, who need be no member.
--
-- A grant holds from a day until a day, once the phone has accepted it and as long as neither has ended it. What the
-- person does, he does under the id of the grant: row-level security tells by it that it is not the member himself.

create table members.proxy (
    id           uuid        primary key,
    member       uuid        not null,
    path         ltree       not null,
    name_sealed  bytea       not null,
    phone_sealed bytea       not null,
    phone_index  bytea       not null check (length(phone_index) = 32),
    from_on      date        not null,
    until_on     date        not null check (until_on > from_on),
    granted_at   timestamptz not null,
    accepted_at  timestamptz check (accepted_at >= granted_at),
    ended_at     timestamptz check (ended_at >= granted_at),
    ended_by     text        check (ended_by in ('MEMBER', 'PROXY')),
    foreign key (member, path) references members.member (id, path) on update cascade,
    constraint end_is_whole check ((ended_at is null) = (ended_by is null)),
    constraint proxy_once_at_a_time
        exclude using gist (member with =, phone_index with =, daterange(from_on, until_on) with &&)
        where (ended_at is null)
);

comment on column members.proxy.until_on is 'The first day on which he may no longer.';

create index proxy_of_member on members.proxy (member);
create index proxy_by_phone on members.proxy (phone_index) where ended_at is null;
create index proxy_by_path on members.proxy using gist (path);

alter table members.consent add column given_by uuid references members.proxy;

comment on column members.consent.given_by is 'The grant by which somebody agreed in the name of the member; empty for most.';

-- Whether the member of the scope acts himself, and nobody for him.
create function members.is_himself() returns boolean language sql stable
    return current_setting('huzhu.actor') = current_setting('huzhu.member');

alter table members.proxy enable row level security;
alter table members.proxy force row level security;
create policy seen on members.proxy for select using (house.reaches(path) or member = house.member());
create policy changed on members.proxy for update using (house.reaches(path)) with check (house.reaches(path));
create policy own_added on members.proxy for insert
    with check (member = (select house.member()) and members.is_himself());
create policy own_changed on members.proxy for update
    using (member = house.member() and members.is_himself())
    with check (member = (select house.member()) and members.is_himself());

-- What is the member's to say, nobody says for him; but to the use of medical papers whoever files may agree.
drop policy own_added on members.consent;
drop policy own_changed on members.consent;
create policy own_added on members.consent for insert with check (member = (select house.member())
    and case when members.is_himself() then given_by is null
             else purpose = 'MEDICAL' and given_by::text = current_setting('huzhu.actor') end);
create policy own_changed on members.consent for update
    using (member = house.member() and members.is_himself())
    with check (member = (select house.member()) and members.is_himself());
drop policy own_added on members.correction;
create policy own_added on members.correction for insert
    with check (member = (select house.member()) and members.is_himself());
drop policy own_added on members.card;
drop policy own_changed on members.card;
create policy own_added on members.card for insert
    with check (member = (select house.member()) and members.is_himself() and kind = 'BANK');
create policy own_changed on members.card for update
    using (member = house.member() and members.is_himself() and kind = 'BANK')
    with check (member = (select house.member()) and members.is_himself() and kind = 'BANK');

grant select, insert on members.proxy to ${runner};
grant update (name_sealed, phone_sealed, accepted_at, ended_at, ended_by) on members.proxy to ${runner};
