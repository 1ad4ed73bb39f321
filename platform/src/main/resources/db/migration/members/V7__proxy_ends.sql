-- A grant ends with the life of who gave it, and of who held it.
alter table members.proxy drop constraint proxy_ended_by_check;
alter table members.proxy add constraint ended_by_whom check (ended_by in ('MEMBER', 'PROXY', 'DEATH'));

-- Whoever acts by a grant may lock it while he writes, so that it stands until he is done; he changes nothing of it.
create policy acted_by on members.proxy for update
    using (id::text = (select current_setting('huzhu.actor'))) with check (false);
