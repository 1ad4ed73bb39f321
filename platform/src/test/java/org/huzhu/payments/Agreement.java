package org.huzhu.payments;

import java.util.Map;

/** What must hold after every test, asked of the database itself; {@code huzhu verify} asks the same. */
final class Agreement {

    static final Map<String, String> ALL = Map.of(
            "each transaction sums to zero", """
            select t.number from ledger.transaction t left join ledger.entry e on e.transaction = t.number
            group by t.number having count(e.line) <> t.lines or sum(e.fen) is distinct from 0
            """,
            "what is payable is what is not paid", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2204'), 0)
                + coalesce((select sum(p.fen) from payments.payable p
                            join payments.payment y on y.payable = p.id and y.attempt = p.attempt
                            where p.fund = f.id
                              and y.state in ('PAYABLE', 'BATCHED', 'FILED', 'RETURNED', 'REDIRECTED')),
                           0) <> 0
            """,
            "what is in transit is what was released", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '1009'), 0)
                + coalesce((select sum(y.fen) from payments.payment y
                            where y.fund = f.id and y.state in ('RELEASED', 'UNKNOWN')), 0) <> 0
            """,
            "what left the bank is what is paid", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.transaction t on t.number = e.transaction
                            join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '1002' and t.kind like 'payment.%'), 0)
                + coalesce((select sum(y.fen) from payments.payment y where y.fund = f.id and y.state = 'PAID'), 0) <> 0
            """,
            "at most one attempt is on its way or paid", """
            select y.payable from payments.payment y where y.state in ('RELEASED', 'PAID', 'UNKNOWN')
            group by y.payable having count(*) > 1
            """,
            "the last attempt is the highest", """
            select p.id from payments.payable p
            where p.attempt <> (select max(y.attempt) from payments.payment y where y.payable = p.id)
               or p.attempt <> (select count(*) from payments.payment y where y.payable = p.id)
            """,
            "a file is its orders", """
            select f.name from payments.file f join payments.batch b on b.id = f.batch
            where b.state <> 'DROPPED' and not exists (
                select from payments.payment y where y.batch = f.batch and y.part = f.part
                having count(*) = f.orders and sum(y.fen) = f.fen)
            """,
            "a batch is its orders", """
            select b.number from payments.batch b
            where (case when b.state = 'DROPPED' then 0 else b.orders end) <> (
                select count(*) from payments.payment y where y.batch = b.id)
            """,
            "who made does not release", """
            select b.number from payments.batch b where b.released_by in (b.made_by, b.filed_by)
            """);

    private Agreement() {}
}
