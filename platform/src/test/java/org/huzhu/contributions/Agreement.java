package org.huzhu.contributions;

import java.util.List;

/** What must hold after every test, asked of the database itself; {@code huzhu verify} asks the same. */
final class Agreement {

    static final List<String> ALL =
            List.of("""
            select t.number from ledger.transaction t left join ledger.entry e on e.transaction = t.number
            group by t.number having count(e.line) <> t.lines or sum(e.fen) is distinct from 0
            """, """
            select f.id from ledger.fund f where coalesce((
                select sum(e.fen) from ledger.entry e where e.fund = f.id), 0) <> 0
            """, """
            select b.id from contributions.bill b
            left join (
                select t.reference, sum(e.fen) as fen
                from ledger.transaction t join ledger.entry e on e.transaction = t.number
                join ledger.account a on a.id = e.account and a.code in ('1121', '1122')
                where t.kind like 'contribution.%' group by t.reference) l on l.reference = b.id::text
            where coalesce(l.fen, 0) <> case when b.cancelled_on is null then b.due_fen - b.allocated_fen else 0 end
            """, """
            select b.id from contributions.bill b
            where b.allocated_fen > b.due_fen or b.allocated_fen <> coalesce((
                select sum(a.fen) from contributions.allocation a where a.bill = b.id and a.undone_at is null), 0)
            """, """
            select b.id from contributions.bill b
            where b.due_fen is distinct from (
                    select sum(l.fen) from contributions.bill_line l where l.bill = b.id)
               or b.allocated_fen is distinct from (
                    select sum(l.allocated_fen) from contributions.bill_line l where l.bill = b.id)
               or exists (select from contributions.allocation a where a.bill = b.id and a.fen is distinct from (
                    select sum(p.fen) from contributions.allocation_part p where p.allocation = a.id))
            """, """
            select a.id from contributions.allocation a
            where (select count(*) from ledger.transaction t
                   where t.business_key in ('contribution/allocation/' || a.id,
                                            'contribution/allocation/' || a.id || '/undone'))
                  <> case when a.undone_at is null then 1 else 2 end
            """, """
            select d.id from contributions.deposit d
            where d.allocated_fen <> coalesce((
                    select sum(a.fen) from contributions.allocation a
                    where a.deposit = d.id and a.undone_at is null), 0)
               or d.refunded_fen <> coalesce((
                    select sum(r.fen) from contributions.refund r
                    where r.deposit = d.id and r.state = 'RELEASED'), 0)
               or d.held_fen <> coalesce((
                    select sum(r.fen) from contributions.refund r
                    where r.deposit = d.id and r.state = 'ASKED'), 0)
               or d.allocated_fen + d.refunded_fen + d.held_fen > d.fen
            """, """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2206'), 0)
               + coalesce((select sum(d.fen - d.allocated_fen - d.refunded_fen) from contributions.deposit d
                           where d.fund = f.id), 0) <> 0
            """, """
            select g.batch from contributions.billing g
            where coalesce((select sum(b.due_fen) from contributions.bill b
                            where b.batch = g.batch and b.cancelled_on is null), 0)
                  <> case when g.state = 'TAKEN_BACK' then 0 else g.due_fen end
               or g.due_fen <> coalesce((select sum(l.fen) from contributions.billing_line l
                                         where l.batch = g.batch), 0)
            """, """
            select g.batch from contributions.billing g
            where (g.state = 'PAID') = exists (
                    select from contributions.bill b
                    where b.batch = g.batch and b.cancelled_on is null and b.allocated_fen < b.due_fen)
              and g.state <> 'TAKEN_BACK'
            """, """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2203'), 0)
               + coalesce((select sum(l.fen - l.refunded_fen) from contributions.bill b
                           join contributions.billing g on g.batch = b.batch
                           join contributions.bill_line l on l.bill = b.id
                           where b.fund = f.id and b.cancelled_on is null and g.earned_on is null), 0) <> 0
            """, """
            select s.id from contributions.subsidy s
            where s.used_fen > s.budget_fen or s.used_fen <> coalesce((
                select sum(u.fen) from contributions.subsidy_use u where u.subsidy = s.id), 0)
            """, """
            select s.id || ' ' || u.person from contributions.subsidy s
            join contributions.subsidy_use u on u.subsidy = s.id
            group by s.id, u.person, u.year having sum(u.fen) > s.head_fen
            """, """
            select b.id from contributions.bill b
            where (b.allocated_fen = b.due_fen) <> exists (
                select from contributions.receipt r where r.bill = b.id and r.voided_on is null)
            """, """
            select r.fund || ' ' || r.year from contributions.receipt r
            group by r.fund, r.year having max(r.sequence) <> count(*)
            """, """
            select b.id from contributions.bill b left join unions.organisation o on o.id = b.unit
            where o.id is null or o.path <> b.path
            """, """
            select r.id from contributions.refund r where r.decided_by = r.asked_by
            """);

    private Agreement() {}
}
