-- Passwords that an account had before: none of the last five is set again. And the society puts away what has ended.
create table staff.former_password (
    account uuid        not null references staff.account,
    hash    text        not null,
    set_at  timestamptz not null,
    primary key (account, set_at)
);

alter table staff.former_password enable row level security;
alter table staff.former_password force row level security;
create policy former_password_system on staff.former_password using (house.reaches(''));

grant select, insert, delete on staff.former_password to ${runner};
grant delete on staff.session, staff.invitation, staff.code, staff.tally to ${runner};

-- Copies and checks are made by the owner of the tables: no row may be hidden from him where the system itself asks.
alter policy account_seen      on staff.account    to ${runner}, current_user;
alter policy post_seen         on staff.post       to ${runner}, current_user;
alter policy handover_seen     on staff.handover   to ${runner}, current_user;
alter policy session_own       on staff.session    to ${runner}, current_user;
alter policy invitation_system on staff.invitation to ${runner}, current_user;
alter policy code_system       on staff.code       to ${runner}, current_user;
alter policy tally_system      on staff.tally      to ${runner}, current_user;
alter policy setup_system      on staff.setup      to ${runner}, current_user;
