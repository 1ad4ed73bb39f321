-- What members are told, and how it reaches them.

-- One row for each thing that happened and that a member is told. His own pages show it at once; couriers take it from
-- here, once it is committed. In words stands what the wording leaves open, in the order that the template gives it; of
-- numbers and names nothing stands here.
create table notices.notice (
    number    bigint      generated always as identity primary key,
    event     text        collate "C" not null unique check (char_length(event) between 1 and 200),
    member    uuid        not null,
    path      ltree       not null,
    template  text        not null,
    words     text[]      not null,
    link      text,
    told_at   timestamptz not null,
    read_at   timestamptz,
    is_spread boolean     not null default false
);

comment on column notices.notice.path is 'That of whoever told: where the organisation stands now, wherever the member went.';
comment on column notices.notice.is_spread is 'Whether deliveries were made of it, one for each way that there is.';

create index notice_of_member on notices.notice (member, number desc);
create index notice_fresh on notices.notice (number) where not is_spread;

-- One way on which a notice goes out. Of one member one waits for the other, as they were told.
create table notices.delivery (
    notice  bigint      not null references notices.notice,
    channel text        not null check (channel in ('SMS', 'WECHAT')),
    member  uuid        not null,
    path    ltree       not null,
    state   text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'NO_ADDRESS', 'GIVEN_UP')),
    tries   integer     not null default 0 check (tries >= 0),
    due_at  timestamptz not null,
    done_at timestamptz,
    trouble text        check (trouble in ('FAILED', 'SLOW', 'BUSY', 'REFUSED')),
    primary key (notice, channel),
    constraint done_is_whole check ((state = 'WAITING') = (done_at is null))
);

comment on column notices.delivery.due_at is 'Of what waits behind another of the member: infinity, until that is done.';

create index delivery_due on notices.delivery (channel, due_at, notice) where state = 'WAITING' and due_at < 'infinity';
create index delivery_in_turn on notices.delivery (member, channel, notice) where state = 'WAITING';
create index delivery_given_up on notices.delivery (done_at) where state = 'GIVEN_UP';

-- Which courier goes on a way, and when the next one may: however many processes there are, one goes at a time.
create table notices.turn (
    channel text        primary key,
    next_at timestamptz not null
);

do $$
declare
    each text;
begin
    foreach each in array array['notice', 'delivery'] loop
        execute format('alter table notices.%I enable row level security', each);
        execute format('alter table notices.%I force row level security', each);
        execute format('create policy reach on notices.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
    alter table notices.turn enable row level security;
    alter table notices.turn force row level security;
    create policy system on notices.turn to ${runner}, current_user using (house.reaches(''));
end $$;

-- A member reads what he was told, and what he does himself tells him.
create policy own_seen on notices.notice for select to ${runner} using (member = house.member());
create policy own_added on notices.notice for insert to ${runner} with check (member = house.member());
create policy own_read on notices.notice for update to ${runner}
    using (member = house.member()) with check (member = house.member());

grant usage on schema notices to ${runner};
grant select, insert, update (read_at, is_spread, path) on notices.notice to ${runner};
grant select, insert, update (state, tries, due_at, done_at, trouble, path) on notices.delivery to ${runner};
grant select, insert, update on notices.turn to ${runner};
