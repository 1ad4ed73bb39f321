-- How a key is wrapped may change with the master key: by the owner of the table, who says so in the transaction. The key
-- itself, and what it is for, stay.
create or replace function crypto.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE'
            or (old.id, old.suite, old.purpose, old.field, old.made_at)
            is distinct from (new.id, new.suite, new.purpose, new.field, new.made_at) then
        raise exception 'a data key is only ever retired' using errcode = 'restrict_violation';
    end if;
    if old.retired_at is null and new.retired_at is not null and old.wrapped = new.wrapped then
        return new;
    end if;
    if coalesce(current_setting('huzhu.master', true), '') = 'changes'
            and old.retired_at is not distinct from new.retired_at then
        return new;
    end if;
    raise exception 'a data key is only ever retired' using errcode = 'restrict_violation';
end $$;
