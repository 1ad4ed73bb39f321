-- The path of what stands at or below an organisation, once that has moved.
create function house.moved(path ltree, old ltree, fresh ltree) returns ltree language sql immutable
    return case when path = old then fresh else fresh || subpath(path, nlevel(old)) end;
