-- What is owed as benefits, the attempts to pay it, the files that went to banks, and what the banks said.
--
-- A payable and its attempts have the path of the organisation whose staff sees it; batches, files, answers and what is
-- odd about them that of the fund. Payees stand here by name, their cards sealed.

-- Something that is owed, once for each key, however often it is said.
create table payments.payable (
    id        uuid     primary key,
    key       text     not null unique check (length(key) between 1 and 200),
    kind      text     not null check (length(kind) between 1 and 60),
    reference uuid     not null,
    fund      uuid     not null,
    path      ltree    not null,
    member    uuid,
    fen       bigint   not null check (fen > 0),
    owed_on   date     not null,
    attempt   smallint not null default 1 check (attempt between 1 and 999)
);

comment on column payments.payable.attempt is 'The last one, which says how the payable stands.';

-- The account of a fund that benefits are paid from, and how its bank wants files.
create table payments.bank_account (
    fund   uuid        primary key,
    path   ltree       not null,
    holder text        not null check (length(holder) between 2 and 70),
    number text        not null check (number ~ '^[0-9A-Z-]{5,34}$'),
    layout text        not null,
    set_by text        not null,
    set_at timestamptz not null
);

create sequence payments.batch_number;

-- Attempts that are paid together. What it holds is frozen when it is made, and its number is never another's.
create table payments.batch (
    id          uuid        primary key,
    number      text        not null unique,
    fund        uuid        not null,
    path        ltree       not null,
    layout      text        not null,
    holder      text        not null,
    account     text        not null,
    day         date        not null,
    orders      integer     not null check (orders > 0),
    parts       smallint    not null check (parts > 0),
    fen         bigint      not null check (fen > 0),
    state       text        not null check (state in ('FROZEN', 'FILED', 'RELEASED', 'DROPPED')),
    made_by     text        not null,
    made_at     timestamptz not null,
    filed_by    text,
    released_by text,
    released_on date,
    answer_due  date,
    dropped_by  text,
    constraint released_by_another check (released_by <> made_by and released_by <> filed_by),
    check ((state = 'RELEASED') = (released_by is not null)),
    check ((released_by is null) = (released_on is null) and (released_on is null) = (answer_due is null)),
    check ((state = 'DROPPED') = (dropped_by is not null)),
    check (state not in ('FILED', 'RELEASED') or filed_by is not null)
);
create index batch_of_fund on payments.batch (fund, made_at);

-- One attempt to pay a payable: the payment order PAY:{payable}:{attempt}.
create table payments.payment (
    id          uuid        primary key,
    payable     uuid        not null references payments.payable,
    attempt     smallint    not null check (attempt between 1 and 999),
    path        ltree       not null,
    fund        uuid        not null,
    fen         bigint      not null check (fen > 0),
    payee       text        not null,
    card_sealed bytea       not null,
    card_end    text        not null check (length(card_end) = 4),
    state       text        not null check (state in ('PAYABLE', 'BATCHED', 'FILED', 'RELEASED', 'PAID', 'RETURNED',
                                                      'REDIRECTED', 'UNKNOWN', 'CANCELLED')),
    since       date        not null,
    batch       uuid        references payments.batch deferrable initially deferred,
    part        smallint,
    place       integer,
    bank_reason text,
    made_by     text        not null,
    made_at     timestamptz not null,
    unique (payable, attempt),
    constraint in_one_place unique (batch, part, place),
    check ((batch is null) = (part is null) and (part is null) = (place is null)),
    check (state not in ('BATCHED', 'FILED', 'RELEASED', 'PAID', 'UNKNOWN') or batch is not null),
    check (state not in ('PAYABLE', 'REDIRECTED') or batch is null)
);

comment on column payments.payment.since is 'The day of the business on which it came to its state.';

-- Paid at most once: while an attempt is on its way, paid, or cancelled, there is no other that is not returned.
create unique index one_attempt_alive on payments.payment (payable) where state <> 'RETURNED';
create index payment_waiting on payments.payment (fund, id) where state = 'PAYABLE';
create index payment_on_its_way on payments.payment (batch) where state = 'RELEASED';
create index payment_to_settle on payments.payment (since) where state in ('RETURNED', 'REDIRECTED', 'UNKNOWN');

-- A file as it went to the bank. Its bytes follow from the batch; their digest shows that they still do.
create table payments.file (
    batch   uuid        not null references payments.batch,
    part    smallint    not null check (part > 0),
    path    ltree       not null,
    name    text        not null unique,
    sha256  bytea       not null unique check (length(sha256) = 32),
    orders  integer     not null check (orders > 0),
    fen     bigint      not null check (fen > 0),
    made_by text        not null,
    made_at timestamptz not null,
    primary key (batch, part)
);

-- A file that came back from a bank; the same bytes are taken once.
create table payments.answer (
    id        uuid        primary key,
    fund      uuid        not null,
    path      ltree       not null,
    sha256    bytea       not null check (length(sha256) = 32),
    lines     integer     not null check (lines >= 0),
    paid      integer     not null default 0 check (paid >= 0),
    returned  integer     not null default 0 check (returned >= 0),
    pending   integer     not null default 0 check (pending >= 0),
    repeated  integer     not null default 0 check (repeated >= 0),
    different integer     not null default 0 check (different >= 0),
    taken_by  text        not null,
    taken_at  timestamptz not null,
    constraint answer_once unique (fund, sha256)
);

-- What a bank says of an attempt, as it said it, and what that came to.
create table payments.answer_line (
    answer  uuid     not null references payments.answer,
    row     integer  not null check (row > 0),
    path    ltree    not null,
    bank    text     not null,
    serial  text     not null check (length(serial) between 1 and 100),
    payable uuid,
    attempt smallint,
    payment uuid,
    outcome text     not null check (outcome in ('PAID', 'RETURNED', 'PENDING')),
    reason  text     check (length(reason) <= 300),
    payee   text     check (length(payee) <= 140),
    fen     bigint,
    day     date     not null,
    fate    text     check (fate in ('PAID', 'RETURNED', 'RETURNED_LATE', 'PENDING', 'REPEATED', 'DIFFERENT')),
    why     text,
    primary key (answer, row),
    check ((fate = 'DIFFERENT') = (why is not null))
);
create unique index bank_line_once on payments.answer_line (bank, serial)
    where fate in ('PAID', 'RETURNED', 'RETURNED_LATE');
create index answer_line_of_payment on payments.answer_line (payment) where payment is not null;

-- What contradicts what is known (差错): it changed nothing, and waits for a person (the 差错队列).
create table payments.difference (
    id          uuid        primary key,
    answer      uuid        not null references payments.answer,
    row         integer,
    path        ltree       not null,
    why         text        not null,
    payment     uuid,
    outcome     text,
    fen         bigint,
    day         date        not null,
    found_at    timestamptz not null,
    resolved_by text,
    resolved_at timestamptz,
    resolution  text        check (length(resolution) > 0),
    check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolution is null))
);
create index difference_open on payments.difference (found_at, id) where resolved_at is null;

-- What one asked for and another confirms or declines.
create table payments.wish (
    id         uuid        primary key,
    payment    uuid        not null references payments.payment,
    path       ltree       not null,
    kind       text        not null check (kind in ('REDIRECT', 'CANCEL', 'SETTLE_PAID', 'SETTLE_RETURNED')),
    day        date        not null,
    reason     text        not null check (length(reason) between 1 and 300),
    state      text        not null check (state in ('ASKED', 'CONFIRMED', 'DECLINED')),
    asked_by   text        not null,
    asked_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    check ((state = 'ASKED') = (decided_at is null) and (decided_by is null) = (decided_at is null)),
    constraint decided_by_another check (decided_by <> asked_by)
);
create unique index one_wish_open on payments.wish (payment) where state = 'ASKED';

-- What the bank says of the account of a fund, line by line: above zero came in, below zero went out.
create table payments.statement_line (
    id       uuid        primary key,
    fund     uuid        not null,
    path     ltree       not null,
    serial   text        not null check (length(serial) between 1 and 100),
    day      date        not null,
    fen      bigint      not null check (fen <> 0),
    party    text        not null,
    remark   text        not null,
    taken_by text        not null,
    taken_at timestamptz not null,
    constraint statement_line_once unique (fund, serial)
);
create index statement_by_day on payments.statement_line (fund, day);

create function payments.plain_name(name text) returns text language sql immutable
    return regexp_replace(name, '[\s\u00A0\u3000\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65\u25CF\u2E31\u16EB.\uFF0E]', '', 'g');

do $$
declare
    each text;
begin
    foreach each in array array['payable', 'bank_account', 'batch', 'payment', 'file', 'answer', 'answer_line',
                                'difference', 'wish', 'statement_line'] loop
        -- The large tables that are written over and over do without: only a move looks for paths in all of them.
        if each not in ('payment', 'answer_line') then
            execute format('create index %s_by_path on payments.%I using gist (path)', each, each);
        end if;
        execute format('alter table payments.%I enable row level security', each);
        execute format('alter table payments.%I force row level security', each);
        execute format('create policy reach on payments.%I using ((select house.reach()) @> path)', each);
        execute format('grant select, insert, update (path) on payments.%I to ${runner}', each);
        execute format('create trigger %s_is_not_emptied before truncate on payments.%I
                        for each statement execute function house.refuse_change()', each, each);
    end loop;
end $$;

grant usage on schema payments to ${runner};
grant usage on sequence payments.batch_number to ${runner};
grant update (attempt) on payments.payable to ${runner};
grant update (holder, number, layout, set_by, set_at) on payments.bank_account to ${runner};
grant update (state, filed_by, released_by, released_on, answer_due, dropped_by) on payments.batch to ${runner};
grant update (state, since, batch, part, place, bank_reason, payee, card_sealed, card_end) on payments.payment to ${runner};
grant update (lines, paid, returned, pending, repeated, different) on payments.answer to ${runner};
grant update (payment, fate, why) on payments.answer_line to ${runner};
grant update (resolved_by, resolved_at, resolution) on payments.difference to ${runner};
grant update (state, decided_by, decided_at) on payments.wish to ${runner};
