-- Accounts that an issuer of identities vouches for: each binding was made by the holder while he was signed in.

create table staff.binding (
    vouched  bytea       primary key check (length(vouched) = 32),
    account  uuid        not null unique references staff.account,
    bound_at timestamptz not null
);

comment on column staff.binding.vouched is 'Keyed digest of the issuer and of what it calls the person.';

alter table staff.binding enable row level security;
alter table staff.binding force row level security;
create policy binding_system on staff.binding using (house.reaches(''));

grant select, insert, delete on staff.binding to ${runner};
