-- Claims: what members tell, the papers they bring, who has decided what, and what it came to.

create sequence claims.claim_number;

-- One filing. Its path is that of the organisation above the unit where the member worked on the day of filing: his unit
-- does not see what he was ill with. What happened is sealed.
create table claims.claim (
    id          uuid        primary key,
    number      text        not null unique,
    member      uuid        not null,
    unit        uuid        not null,
    path        ltree       not null,
    channel     text        not null check (channel in ('OWN', 'PROXY', 'HANDLER')),
    kind        text        not null check (kind in ('STAY', 'ILLNESS', 'ACCIDENT', 'WOMEN', 'CHILD', 'DEATH', 'LOSS')),
    relative    uuid,
    facts       bytea       not null,
    -- Grows with each change of what is known; whoever decides says which one he saw.
    version     integer     not null default 1 check (version > 0),
    state       text        not null check (state in ('DRAFT', 'FILED', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    -- Grows when a decided claim is taken up again.
    round       integer     not null default 1 check (round > 0),
    -- Whose turn it is, while it is reviewed.
    step        text        check (step in ('POINT', 'AGENCY', 'AGENCY_REVIEW', 'OFFICE', 'OFFICE_SECOND')),
    turn        ltree,
    turn_since  timestamptz,
    -- The days from which the ten working days count: all papers were there, and those that it stood still for papers.
    complete_on date,
    stopped_on  date,
    stood_days  integer     not null default 0 check (stood_days >= 0),
    due_on      date,
    entered_by  text        not null,
    entered_at  timestamptz not null,
    filed_at    timestamptz,
    decided_at  timestamptz,
    -- In how many ways it is unusual; what is comes first to those who decide.
    flags       integer     not null default 0 check (flags >= 0),
    constraint turn_while_filed check ((state = 'FILED') = (step is not null and turn is not null and turn_since is not null)),
    constraint filed_is_whole check (state = 'DRAFT' or (filed_at is not null and complete_on is not null and due_on is not null)),
    constraint stopped_while_returned check ((state = 'RETURNED') = (stopped_on is not null)),
    constraint decided_is_dated check ((state in ('APPROVED', 'REFUSED', 'WITHDRAWN')) = (decided_at is not null)),
    unique (id, path, member, entered_by)
);
create index claim_by_path on claims.claim using gist (path);
create index claim_of_member on claims.claim (member, entered_at desc);
create index claim_by_turn on claims.claim (step, due_on, id) where step is not null;

-- Papers that were brought. What was taken away stays, with the day.
create table claims.paper (
    id         uuid        primary key,
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    kind       text        not null,
    document   uuid        not null unique,
    added_at   timestamptz not null,
    removed_at timestamptz,
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index paper_of_claim on claims.paper (claim, added_at);

-- Receipts by their code and number, as people or their own data state them.
create table claims.receipt (
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    key        text        not null check (key ~ '^[0-9A-Z]{0,12}/[0-9A-Z]{4,20}$'),
    by_itself  boolean     not null,
    primary key (claim, key),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index receipt_by_key on claims.receipt (key);

-- People mistake letters for digits, and leave out the code of a receipt: those that look the same are found.
create index receipt_by_look on claims.receipt (translate(split_part(key, '/', 2), 'BSZGQD', '852600'));

-- By what claims that are like each other are found, for people to look at: keyed digests of days and sums of stays, of
-- bills and of files. Nothing is decided by them.
create table claims.trait (
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    paper      uuid,
    kind       text        not null check (kind in ('STAY', 'BILL', 'PAPER')),
    value      text        not null check (value ~ '^[0-9a-f]{64}$'),
    primary key (claim, kind, value),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
create index trait_by_value on claims.trait (value);

-- A receipt is paid on once under each plan, whoever brings it: the key says so, over all members.
create table claims.spent (
    key   text not null,
    plan  text not null,
    claim uuid not null,
    path  ltree not null,
    primary key (key, plan)
);
create index spent_by_claim on claims.spent (claim);

-- Who did what with a claim; it only grows.
create table claims.step (
    id         uuid        primary key,
    claim      uuid        not null,
    place      integer     not null check (place > 0),
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    round      integer     not null,
    what       text        not null check (what in
                   ('ENTERED', 'PASSED', 'RETURNED', 'SUPPLEMENTED', 'ESTABLISHED', 'APPROVED', 'REFUSED', 'WITHDRAWN',
                    'REOPENED', 'PERSON_ASKED', 'APPROVED_BY_MACHINE', 'RECIPIENTS_CHECKED')),
    step       text,
    actor      text        not null,
    at         timestamptz not null,
    version    integer     not null,
    -- Papers that are missing, or the clause that refuses.
    subjects   text[]      not null default '{}',
    -- What was said to the member; it may speak of his illness.
    said       bytea,
    unique (claim, place),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);
-- Nobody has two says in one round: who entered a claim, or let it pass, lets it pass no more.
create unique index step_one_say on claims.step (claim, round, actor) where what in ('ENTERED', 'PASSED', 'APPROVED');
create trigger step_only_grows before delete on claims.step for each row execute function house.refuse_change();

-- What a claim came to, each time that it was decided; the facts that it rests on and its working are sealed.
create table claims.assessment (
    id         uuid        primary key,
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    place      integer     not null check (place > 0),
    version    integer     not null,
    made_at    timestamptz not null,
    made_by    text        not null,
    working    bytea       not null,
    due_fen    bigint      not null,
    unique (claim, place),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- What each clause gave for an event, to be taken off when the same is judged again.
create table claims.line (
    assessment uuid     not null references claims.assessment,
    place      smallint not null,
    path       ltree    not null,
    member     uuid     not null,
    plan       text     not null,
    version    text     not null,
    clause     text     not null,
    on_day     date     not null,
    insured    text     not null check (insured in ('MEMBER', 'CHILD', 'SPOUSE', 'PARENT')),
    relative   text     not null,
    event      text,
    fund       uuid     not null,
    fen        bigint   not null,
    primary key (assessment, place)
);
create index line_of_member on claims.line (member, plan);
comment on column claims.line.event is 'Names an event of this or an earlier claim by the claim and its place, never by what it was.';

-- Who is paid in the member's place: his heirs, or who stands for one who cannot act for himself. Their shares are parts
-- of a whole, or sums of fen where there is none, by the proportion of which whatever it comes to is divided.
create table claims.recipient (
    id         uuid     primary key,
    claim      uuid     not null,
    path       ltree    not null,
    member     uuid     not null,
    entered_by text     not null,
    place      smallint not null check (place between 1 and 20),
    tie        text     not null check (tie in ('SPOUSE', 'CHILD', 'PARENT', 'HEIR', 'BENEFICIARY', 'GUARDIAN')),
    name       text     not null check (length(name) between 1 and 100),
    paper_kind text     not null,
    paper      bytea    not null,
    card       bytea    not null,
    card_end   text     not null check (length(card_end) = 4),
    part       bigint   not null check (part > 0),
    whole      integer  check (whole >= part),
    -- The version of the claim with which he was named; who checked an earlier one has not checked him.
    since      integer  not null,
    unique (claim, place),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

-- What was owed for a decision, once for each fund that bears a part of it and each who is paid: 0 is the member, else
-- the place of a recipient. Below zero is to be claimed back.
create table claims.owed (
    key        text        primary key,
    claim      uuid        not null,
    path       ltree       not null,
    member     uuid        not null,
    entered_by text        not null,
    decision   integer     not null,
    fund       uuid        not null,
    recipient  smallint    not null default 0 check (recipient >= 0),
    fen        bigint      not null check (fen <> 0),
    unique (claim, decision, fund, recipient),
    foreign key (claim, path, member, entered_by) references claims.claim (id, path, member, entered_by) on update cascade
);

do $$
declare
    each text;
begin
    foreach each in array array['claim', 'paper', 'receipt', 'trait', 'step', 'assessment', 'recipient', 'owed'] loop
        execute format('alter table claims.%I enable row level security', each);
        execute format('alter table claims.%I force row level security', each);
        execute format('create policy reach on claims.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
        -- A member has his own, and whoever entered a claim for somebody has that one.
        execute format('create policy own on claims.%I to ${runner} using (member = house.member()) with check (member = (select house.member()))', each);
        execute format('create policy entered on claims.%I to ${runner} using (entered_by = current_setting(''huzhu.actor'')) with check (entered_by = (select current_setting(''huzhu.actor'')))', each);
    end loop;
    foreach each in array array['line', 'spent'] loop
        execute format('alter table claims.%I enable row level security', each);
        execute format('alter table claims.%I force row level security', each);
        execute format('create policy reach on claims.%I to ${runner}, current_user using (house.reaches(path)) with check ((select house.reach()) @> path)', each);
    end loop;
end $$;
create policy own on claims.line for select to ${runner} using (member = house.member());

grant usage on schema claims to ${runner};
grant usage on sequence claims.claim_number to ${runner};
grant select, insert, update on claims.claim, claims.paper to ${runner};
grant select, insert, delete on claims.receipt, claims.trait, claims.spent, claims.recipient to ${runner};
grant select, insert on claims.step, claims.assessment, claims.line, claims.owed to ${runner};
-- What an organisation that moves takes along.
grant update (path) on claims.line, claims.spent to ${runner};
-- What is sealed is sealed again with another key.
grant update (said) on claims.step to ${runner};
grant update (working) on claims.assessment to ${runner};
grant update (paper, card, card_end, since) on claims.recipient to ${runner};
