-- A member says himself to which bank account he is paid: he gives a card in place of the one before.
create policy own_added on members.card for insert with check (member = (select house.member()) and kind = 'BANK');
create policy own_changed on members.card for update
    using (member = house.member() and kind = 'BANK') with check (member = (select house.member()) and kind = 'BANK');
