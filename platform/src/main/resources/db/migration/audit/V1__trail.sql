-- The audit trail: records of what was done, and the seals over them.
--
-- A record is written in the transaction of the deed and never changes. A job puts the records that have been committed
-- since it last ran into one order without gaps (place), and seals them in a block: a Merkle root over the records,
-- chained by SM3 to the block before. See docs/audit.md.

create table audit.record (
    seq     bigint      primary key generated always as identity,
    at      timestamptz not null,
    actor   text        not null,
    path    ltree       not null,
    action  text        not null,
    kind    text        not null,
    object  text        not null,
    outcome text        not null check (outcome in ('DONE', 'REFUSED')),
    reason  text,
    before  text,
    after   text,
    request text        not null,
    origin  text        not null
);

create index record_by_path   on audit.record using gist (path);
create index record_by_actor  on audit.record (actor, seq desc);
create index record_by_object on audit.record (object, seq desc);
create index record_by_action on audit.record (action, seq desc);
create index record_by_time   on audit.record (at);

comment on column audit.record.seq is 'Counts up with gaps; place.pos has none.';
comment on column audit.record.path is 'The organisation that the object belongs to; empty for the society as a whole.';
comment on column audit.record.request is 'The request that it was done in; empty where there was none.';
comment on column audit.record.origin is 'The network address that it was asked from; empty where there was none.';

-- Records that wait for their seal.
create table audit.waiting (
    seq bigint primary key
);

create table audit.place (
    pos bigint primary key check (pos > 0),
    seq bigint not null unique
);

create table audit.block (
    no        bigint      primary key check (no > 0),
    last_pos  bigint      not null unique,
    count     bigint      not null check (count > 0),
    sealed_at timestamptz not null,
    previous  bytea       not null check (length(previous) = 32),
    root      bytea       not null check (length(root) = 32),
    hash      bytea       not null check (length(hash) = 32)
);

comment on column audit.block.last_pos is 'The pos of the last record in it; the first is last_pos - count + 1.';
comment on column audit.block.previous is 'The hash of the block before; zeros for the first.';

-- Hashes of blocks that were handed out, to be kept where nobody who can write here can write.
create table audit.anchor (
    no    bigint      primary key generated always as identity,
    at    timestamptz not null,
    block bigint      not null references audit.block
);

create function audit.wait_for_seal() returns trigger language plpgsql as $$
begin
    insert into audit.waiting (seq) values (new.seq);
    return null;
end $$;

create trigger record_waits after insert on audit.record
    for each row execute function audit.wait_for_seal();

create trigger record_only_grows before update or delete or truncate on audit.record
    for each statement execute function house.refuse_change();
create trigger place_only_grows before update or delete or truncate on audit.place
    for each statement execute function house.refuse_change();
create trigger block_only_grows before update or delete or truncate on audit.block
    for each statement execute function house.refuse_change();
create trigger anchor_only_grows before update or delete or truncate on audit.anchor
    for each statement execute function house.refuse_change();

alter table audit.record enable row level security;
alter table audit.record force row level security;

create policy record_read on audit.record for select to ${runner}
    using (house.reaches(path));

-- Nobody writes a record in another's name.
create policy record_write on audit.record for insert to ${runner}
    with check (actor = current_setting('huzhu.actor'));

grant usage on schema audit to ${runner};
grant select, insert on audit.record, audit.place, audit.block, audit.anchor to ${runner};
grant select, insert, delete on audit.waiting to ${runner};
