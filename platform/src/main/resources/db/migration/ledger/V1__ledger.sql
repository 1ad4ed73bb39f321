-- Funds, their accounts, and the journal, which only grows. What must always hold is held here, whoever writes.

-- Whoever reaches the organisation that a fund belongs to sees all of it: half a balance would be none.
create table ledger.fund (
    id           uuid primary key default gen_random_uuid(),
    code         text not null unique check (code ~ '^[0-9A-Z-]{1,40}$'),
    name         text not null check (length(name) between 2 and 100),
    kind         text not null check (kind in ('CONTRIBUTION', 'PUBLIC', 'SPONSORED')),
    path         ltree not null,
    opened_on    date not null,
    -- The first day that is still open; none where no month is closed. Only a closing sets it.
    closed_until date check (closed_until > opened_on and extract(day from closed_until) = 1)
);
create index on ledger.fund using gist (path);

create table ledger.account (
    id   bigint generated always as identity primary key,
    fund uuid not null references ledger.fund,
    code text not null check (code ~ '^[0-9]{4,12}$'),
    name text not null check (length(name) between 2 and 100),
    kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    unique (fund, code),
    unique (id, fund)
);

-- The path is where the fund stood on the day of the posting; who sees it is decided by where the fund stands now.
create table ledger.transaction (
    number       bigint generated always as identity primary key,
    fund         uuid not null references ledger.fund,
    business_key text not null unique check (length(business_key) between 1 and 200),
    kind         text not null check (kind ~ '^[a-z][a-z.-]{1,60}$'),
    reference    text not null check (length(reference) <= 200),
    day          date not null,
    posted_at    timestamptz not null,
    actor        text not null,
    path         ltree not null,
    lines        smallint not null check (lines >= 2),
    reverses     bigint unique references ledger.transaction check (reverses < number),
    reason       text check (length(reason) > 0),
    check ((reverses is null) = (reason is null))
);
create index on ledger.transaction (fund, day, number);

-- Above zero is a debit, below zero a credit. Fund and day are those of the transaction, so that a balance needs no other
-- table than this one, and of this one only its index.
create table ledger.entry (
    transaction bigint not null references ledger.transaction,
    line        smallint not null check (line >= 1),
    account     bigint not null,
    fund        uuid not null,
    day         date not null,
    fen         bigint not null check (fen <> 0),
    primary key (transaction, line),
    foreign key (account, fund) references ledger.account (id, fund)
);
create index entry_by_account on ledger.entry (account, day, transaction, line) include (fen, fund);

-- A month of a fund that is closed: until is the first day after it, last the highest number that was posted up to it.
create table ledger.closing (
    fund      uuid not null references ledger.fund,
    until     date not null,
    last      bigint not null,
    closed_at timestamptz not null,
    actor     text not null,
    primary key (fund, until)
);

create table ledger.closing_balance (
    account bigint not null,
    until   date not null,
    fund    uuid not null,
    fen     bigint not null,
    primary key (account, until),
    foreign key (fund, until) references ledger.closing,
    foreign key (account, fund) references ledger.account (id, fund)
);

-- A posting and a closing that run at once wait for each other at the row of the fund, which a posting holds for key
-- share, as its foreign key does anyway, and a closing for update. Whoever comes second must see what the first one did,
-- which an older snapshot would not.
create function ledger.require_fresh_sight() returns void language plpgsql as $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'the ledger is written with isolation read committed' using errcode = 'check_violation';
    end if;
end $$;

create function ledger.require_open() returns trigger language plpgsql as $$
declare
    since  date;
    belongs ltree;
begin
    perform ledger.require_fresh_sight();
    select coalesce(closed_until, opened_on), path into since, belongs
    from ledger.fund where id = new.fund for key share;
    if (new.day >= since and new.path = belongs) is not true then
        raise exception 'transaction % lies before %, or elsewhere than its fund', new.number, since
            using errcode = 'check_violation';
    end if;
    if new.reverses is not null and not exists (
            select from ledger.transaction t
            where t.number = new.reverses and t.fund = new.fund and t.reverses is null and t.day <= new.day) then
        raise exception 'transaction % reverses what cannot be reversed', new.number using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger transaction_is_open after insert on ledger.transaction
    for each row execute function ledger.require_open();

create function ledger.require_balanced() returns trigger language plpgsql as $$
declare
    lines integer;
    total numeric;
begin
    select count(*), sum(fen) into lines, total from ledger.entry where transaction = new.number;
    if (lines = new.lines and total = 0) is not true then
        raise exception 'transaction % has % of % entries, which sum to %', new.number, lines, new.lines, total
            using errcode = 'check_violation';
    end if;
    if new.reverses is not null and exists (
            select from ledger.entry where transaction in (new.number, new.reverses)
            group by account having sum(fen) <> 0) then
        raise exception 'transaction % is not the reverse of %', new.number, new.reverses
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger transaction_is_balanced after insert on ledger.transaction
    deferrable initially deferred for each row execute function ledger.require_balanced();

-- A transaction says how many lines it has, and they are all there once it is committed: none can be added later.
create function ledger.require_part() returns trigger language plpgsql as $$
begin
    if exists (select from added left join ledger.transaction t on t.number = added.transaction
               where (t.fund = added.fund and t.day = added.day and added.line <= t.lines) is not true) then
        raise exception 'an entry is no part of its transaction' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger entry_is_part after insert on ledger.entry referencing new table as added
    for each statement execute function ledger.require_part();

-- Nobody but a closing writes balances or says until when a fund is closed: these run as the owner, in the scope of
-- whoever closes.
create function ledger.begin_closing() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
    since date;
begin
    perform ledger.require_fresh_sight();
    select coalesce(closed_until, opened_on) into since from ledger.fund where id = new.fund for update;
    if (new.until = date_trunc('month', since) + interval '1 month') is not true then
        raise exception 'a month is closed after the one before it, and once' using errcode = 'check_violation';
    end if;
    select greatest(coalesce((select max(c.last) from ledger.closing c where c.fund = new.fund), 0),
                    coalesce(max(e.transaction), 0))
    into new.last
    from ledger.account a join ledger.entry e on e.account = a.id and e.day >= since and e.day < new.until
    where a.fund = new.fund;
    return new;
end $$;

create function ledger.finish_closing() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
    since date;
begin
    select coalesce(closed_until, opened_on) into since from ledger.fund where id = new.fund;
    insert into ledger.closing_balance (account, until, fund, fen)
    select a.id, new.until, a.fund,
           coalesce(b.fen, 0) + coalesce((select sum(e.fen) from ledger.entry e
                                          where e.account = a.id and e.day >= since and e.day < new.until), 0)
    from ledger.account a left join ledger.closing_balance b on b.account = a.id and b.until = since
    where a.fund = new.fund;
    update ledger.fund set closed_until = new.until where id = new.fund;
    return null;
end $$;

create trigger closing_begins before insert on ledger.closing for each row execute function ledger.begin_closing();
create trigger closing_ends after insert on ledger.closing for each row execute function ledger.finish_closing();

create trigger fund_is_not_opened_again before update on ledger.fund for each row
    when (old.id <> new.id or old.opened_on <> new.opened_on
          or old.closed_until is not null and (new.closed_until >= old.closed_until) is not true)
    execute function house.refuse_change();
create trigger fund_stays before delete or truncate on ledger.fund
    for each statement execute function house.refuse_change();
create trigger account_stays before update or delete or truncate on ledger.account
    for each statement execute function house.refuse_change();
create trigger transaction_only_grows before update or delete or truncate on ledger.transaction
    for each statement execute function house.refuse_change();
create trigger entry_only_grows before update or delete or truncate on ledger.entry
    for each statement execute function house.refuse_change();
create trigger closing_only_grows before update or delete or truncate on ledger.closing
    for each statement execute function house.refuse_change();
create trigger closing_balance_only_grows before update or delete or truncate on ledger.closing_balance
    for each statement execute function house.refuse_change();

alter table ledger.fund enable row level security;
alter table ledger.fund force row level security;
create policy reach on ledger.fund using ((select house.reach()) @> path);

alter table ledger.account enable row level security;
alter table ledger.account force row level security;
create policy reach on ledger.account using (exists (select from ledger.fund f where f.id = account.fund));

alter table ledger.entry enable row level security;
alter table ledger.entry force row level security;
create policy reach on ledger.entry using (exists (select from ledger.fund f where f.id = entry.fund));

alter table ledger.closing_balance enable row level security;
alter table ledger.closing_balance force row level security;
create policy reach on ledger.closing_balance using (exists (select from ledger.fund f where f.id = closing_balance.fund));

-- Nobody posts or closes in another's name.
alter table ledger.transaction enable row level security;
alter table ledger.transaction force row level security;
create policy seen on ledger.transaction for select using (exists (select from ledger.fund f where f.id = transaction.fund));
create policy added on ledger.transaction for insert
    with check (actor = current_setting('huzhu.actor') and exists (select from ledger.fund f where f.id = transaction.fund));

alter table ledger.closing enable row level security;
alter table ledger.closing force row level security;
create policy seen on ledger.closing for select using (exists (select from ledger.fund f where f.id = closing.fund));
create policy added on ledger.closing for insert
    with check (actor = current_setting('huzhu.actor') and exists (select from ledger.fund f where f.id = closing.fund));

grant usage on schema ledger to ${runner};
grant select, insert (code, name, kind, path, opened_on), update (path) on ledger.fund to ${runner};
grant select, insert on ledger.account, ledger.transaction, ledger.entry to ${runner};
grant select, insert (fund, until, closed_at, actor) on ledger.closing to ${runner};
grant select on ledger.closing_balance to ${runner};
