-- Who works here: accounts and how they prove themselves, sessions, posts, and the handing over of posts.
--
-- Of tokens and codes only digests stand here. An account whose password is null has not been taken up yet.

create table staff.account (
    id              uuid        primary key,
    login           text        not null unique check (login = lower(login) and length(login) between 2 and 60),
    name            text        not null,
    phone_sealed    bytea       not null,
    home            ltree       not null,
    password        text,
    password_set_at timestamptz,
    totp_sealed     bytea,
    totp_is_on      boolean     not null default false,
    totp_step       bigint      not null default 0,
    failures        integer     not null default 0,
    locked_until    timestamptz,
    made_at         timestamptz not null,
    disabled_at     timestamptz,
    constraint second_factor_is_whole check (not totp_is_on or totp_sealed is not null)
);

comment on column staff.account.home is 'The organisation that made the account and looks after it.';
comment on column staff.account.totp_step is 'The last step of 30 seconds whose code was used: no code is used twice.';
comment on column staff.account.failures is 'Attempts since the last success, each counted before it is looked at.';

create table staff.invitation (
    digest     bytea       primary key check (length(digest) = 32),
    account    uuid        not null references staff.account,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index invitation_by_account on staff.invitation (account);

create table staff.post (
    id           uuid        primary key,
    account      uuid        not null references staff.account,
    role         text        not null check (role <> 'MEMBER'),
    organisation uuid,
    path         ltree       not null,
    since        timestamptz not null,
    until        timestamptz,
    granted_by   text        not null,
    ended_by     text,
    constraint post_runs_forward check (until is null or until >= since),

    -- The system, the security and the audit administrator are three people at any moment (三员分立).
    constraint administrators_are_three_people exclude using gist (
        account with =, role with <>, tstzrange(since, until) with &&)
        where (role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')),

    constraint post_is_held_once exclude using gist (
        account with =, role with =, path with =, tstzrange(since, until) with &&)
);

create index post_by_account on staff.post (account);
create index post_by_path    on staff.post using gist (path);

comment on column staff.post.organisation is 'Null for a post at the society as a whole.';
comment on column staff.post.until is 'The first moment at which it is no longer held; null while nobody has ended it.';

create table staff.handover (
    id         uuid        primary key,
    post       uuid        not null references staff.post,
    path       ltree       not null,
    incoming   uuid        not null references staff.account,
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    reason     text        not null,
    decided_by uuid,
    decided_at timestamptz,
    outcome    text        check (outcome in ('APPROVED', 'REFUSED')),
    constraint decision_is_whole check (num_nulls(decided_by, decided_at, outcome) in (0, 3)),
    constraint nobody_decides_his_own check (decided_by <> asked_by and decided_by <> incoming)
);

create unique index handover_waits_once on staff.handover (post) where decided_at is null;
create index handover_by_path on staff.handover using gist (path);

create table staff.session (
    digest       bytea       primary key check (length(digest) = 32),
    id           uuid        not null unique,
    kind         text        not null check (kind in ('STAFF', 'MEMBER', 'PHONE')),
    holder       uuid        not null,
    post         uuid,
    phone_sealed bytea,
    address      text        not null,
    made_at      timestamptz not null,
    seen_at      timestamptz not null,
    stepped_at   timestamptz,
    ended_at     timestamptz
);

create index session_by_holder on staff.session (holder) where ended_at is null;

comment on column staff.session.holder is 'The account or the member; the session itself where only a phone was proved.';
comment on column staff.session.stepped_at is 'When a second factor was last shown in it.';

-- One live code for each phone.
create table staff.code (
    phone_index bytea       primary key check (length(phone_index) = 32),
    digest      bytea       not null,
    sent_at     timestamptz not null,
    sent_on     date        not null,
    sent_count  integer     not null,
    expires_at  timestamptz not null,
    tries       integer     not null,
    is_used     boolean     not null
);

comment on column staff.code.sent_count is 'How many were sent to this phone on sent_on.';

create table staff.tally (
    what  text        primary key,
    since timestamptz not null,
    count integer     not null
);

-- The token that opens an empty society.
create table staff.setup (
    is_one  boolean     primary key default true check (is_one),
    digest  bytea       not null,
    used_at timestamptz
);

alter table staff.account    enable row level security;
alter table staff.account    force row level security;
alter table staff.invitation enable row level security;
alter table staff.invitation force row level security;
alter table staff.post       enable row level security;
alter table staff.post       force row level security;
alter table staff.handover   enable row level security;
alter table staff.handover   force row level security;
alter table staff.session    enable row level security;
alter table staff.session    force row level security;
alter table staff.code       enable row level security;
alter table staff.code       force row level security;
alter table staff.tally      enable row level security;
alter table staff.tally      force row level security;
alter table staff.setup      enable row level security;
alter table staff.setup      force row level security;

-- An account is seen by those above its home, above one of its posts, and by itself. The posts that the inner query sees
-- are those in reach.
create policy account_seen on staff.account to ${runner}
    using (house.reaches(home) or id::text = current_setting('huzhu.actor')
           or exists (select from staff.post where post.account = account.id))
    with check (house.reaches(home) or id::text = current_setting('huzhu.actor'));

create policy post_seen on staff.post to ${runner}
    using (house.reaches(path) or account::text = current_setting('huzhu.actor'))
    with check (house.reaches(path));

create policy handover_seen on staff.handover to ${runner}
    using (house.reaches(path)) with check (house.reaches(path));

create policy session_own on staff.session to ${runner}
    using (house.reaches('') or holder::text = current_setting('huzhu.actor'));

-- Only the society itself looks at these.
create policy invitation_system on staff.invitation to ${runner} using (house.reaches('')) with check (true);
create policy code_system       on staff.code       to ${runner} using (house.reaches(''));
create policy tally_system      on staff.tally      to ${runner} using (house.reaches(''));
create policy setup_system      on staff.setup      to ${runner} using (house.reaches(''));

grant usage on schema staff to ${runner};
grant select, insert on staff.account, staff.invitation, staff.post, staff.handover to ${runner};
grant select, insert, update on staff.session, staff.code, staff.tally, staff.setup to ${runner};
grant update on staff.account, staff.invitation to ${runner};
grant update (until, ended_by, path) on staff.post to ${runner};
grant update (path, decided_by, decided_at, outcome) on staff.handover to ${runner};
