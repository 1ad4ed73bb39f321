-- Those who came back from the issuer of identities. Each way is gone once: its id is taken before the issuer is asked.

create table signon.arrival (
    id          uuid        primary key,
    came_at     timestamptz not null,
    binds       uuid,
    vouched     bytea       check (length(vouched) = 32),
    finished_at timestamptz
);

create index arrival_by_time on signon.arrival (came_at);

comment on column signon.arrival.binds is 'The account to be bound; null where somebody signs in.';
comment on column signon.arrival.vouched is 'Keyed digest of the issuer and the subject; null until what it said holds.';

alter table signon.arrival enable row level security;
alter table signon.arrival force row level security;
create policy arrival_system on signon.arrival using (house.reaches(''));

grant usage on schema signon to ${runner};
grant select, insert, update, delete on signon.arrival to ${runner};
