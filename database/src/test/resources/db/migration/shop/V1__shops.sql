create table shop.street (
    id   bigint primary key,
    name text not null,
    path ltree not null
);
alter table shop.street enable row level security;
alter table shop.street force row level security;
create policy in_scope on shop.street using (house.reaches(path)) with check (house.reaches(path));

create table shop.shop (
    id     bigint generated always as identity primary key,
    street bigint not null references shop.street,
    name   text not null
);
create trigger shop_only_grows before update or delete or truncate on shop.shop
    for each statement execute function house.refuse_change();

grant usage on schema shop to ${runner};
grant select, insert on shop.street, shop.shop to ${runner};
