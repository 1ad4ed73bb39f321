-- What all rooms stand on: the extensions they use, and how a policy asks whose data a transaction may see.
--
-- A transaction says its scope with set_config('huzhu.reach', …, true). One that has not said it gets an error here,
-- never all rows and never none: current_setting fails, or the empty text is no array.

create extension if not exists ltree schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gist schema public;

create function house.reach() returns ltree[] language sql stable
    return current_setting('huzhu.reach')::ltree[];

create function house.member() returns uuid language sql stable
    return nullif(current_setting('huzhu.member'), '')::uuid;

-- Whether the organisation with the path lies in the scope of the transaction.
create function house.reaches(path ltree) returns boolean language sql stable
    return current_setting('huzhu.reach')::ltree[] @> path;

-- For tables that only grow.
create function house.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% only grows', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

grant usage on schema house to ${runner};
