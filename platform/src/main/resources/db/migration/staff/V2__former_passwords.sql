-- Passwords that an account had before: none of the last five is set again. And the society puts away what has ended.
create table staff.former_password (
    account uuid        not null references staff.account,
    hash    text        not null,
    set_at  timestamptz not null,
    primary key (account, set_at)
);

alter table staff.former_password enable row level security;
alter table staff.former_password force row level security;
create policy former_password_system on staff.former_password to ${runner} using (house.reaches(''));

grant select, insert, delete on staff.former_password to ${runner};
grant delete on staff.session, staff.invitation, staff.code, staff.tally to ${runner};
