-- People of a roster who are no members yet, until the roster is confirmed. They are sealed as the members that they
-- will be, under the same ids, so that to admit them is to move them.
create table members.waiting (
    id            uuid  primary key,
    roster        uuid  not null,
    unit          uuid  not null,
    path          ltree not null,
    name          text  collate "C" not null check (char_length(name) between 1 and 100),
    birth_on      date  not null,
    sex           text  not null check (sex in ('MALE', 'FEMALE')),
    paper_kind    text  not null,
    paper_sealed  bytea not null,
    paper_index   bytea not null check (length(paper_index) = 32),
    phone_sealed  bytea,
    phone_index   bytea check (length(phone_index) = 32),
    card          uuid,
    card_sealed   bytea,
    card_index    bytea check (length(card_index) = 32),
    category      text,
    employed_from date  not null,
    constraint phone_is_whole check ((phone_sealed is null) = (phone_index is null)),
    constraint card_is_whole check ((card is null) = (card_sealed is null) and (card is null) = (card_index is null))
);

create index waiting_of_roster on members.waiting (roster);

alter table members.waiting enable row level security;
alter table members.waiting force row level security;
create policy reach on members.waiting
    using (house.reaches(path)) with check ((select house.reach()) @> path);
grant select, insert, update, delete on members.waiting to ${runner};

-- A roster names thousands at once: their pairs of signs are added by one statement.
drop trigger member_is_named on members.member;

create function members.pair_names() returns trigger language plpgsql as $$
begin
    insert into members.name_pair (pair, member, path)
    select distinct substr(a.name, at, 2), a.id, a.path
    from added a, generate_series(1, char_length(a.name) - 1) at;
    return null;
end $$;

create trigger member_is_named after insert on members.member referencing new table as added
    for each statement execute function members.pair_names();
create trigger member_is_renamed after update of name on members.member
    for each row execute function members.pair_name();

-- These follow the member by their keys, and are asked for by him: nobody looks for them by path. Such an index costs
-- more than all else when thousands of one unit come at once, since all their paths are the same.
drop index members.name_pair_by_path;
drop index members.employment_by_path;
drop index members.card_by_path;
drop index members.category_by_path;

-- Asked once for a statement, not for each of its rows.
alter policy added on members.member with check ((select house.reach()) @> path);
alter policy added on members.name_pair with check ((select house.reach()) @> path);
alter policy added on members.employment with check ((select house.reach()) @> path);
alter policy added on members.card with check ((select house.reach()) @> path);
alter policy added on members.category with check ((select house.reach()) @> path);
