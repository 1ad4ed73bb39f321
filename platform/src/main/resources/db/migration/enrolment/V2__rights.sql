-- Where a plan wants the same for all, what is proposed beyond what most take is void.
grant update (units, fen) on enrolment.proposal to ${runner};

-- Copies and checks are made by the owner of the tables: no row may be hidden from him where the system itself asks.
do $$
declare
    each text;
begin
    foreach each in array
            array['batch', 'batch_plan', 'file', 'piece', 'line', 'proposal', 'cover', 'clash', 'mapping'] loop
        execute format('alter policy reach on enrolment.%I to ${runner}, current_user', each);
    end loop;
end $$;
