package org.huzhu.operations.agreements;

import java.util.List;
import org.huzhu.database.Server;
import org.huzhu.operations.Invariants;

/**
 * What the bank, those who are paid and those who are told must agree on with what the rooms keep, asked of the
 * database itself like the {@link Invariants}.
 */
public enum Agreements {
    BANK_IS_STATEMENT("每个基金每一天，总账的银行存款减去银行对账单，就是列出的未达账项之和", """
            select coalesce(l.fund, m.fund)::text || ' ' || coalesce(l.day, m.day) from (
                select t.fund, split_part(t.business_key, '/', 5) as day, sum(e.fen) as fen
                from ledger.transaction t join ledger.entry e on e.transaction = t.number
                join ledger.account a on a.id = e.account and a.code = '1002'
                where t.kind like 'payment.%' group by 1, 2) l
            full join (
                select fund, day::text as day, sum(fen) as fen from (
                    select y.fund, s.day, case s.fate when 'PAID' then -y.fen else y.fen end as fen
                    from payments.answer_line s join payments.payment y on y.id = s.payment
                    where s.fate in ('PAID', 'RETURNED_LATE')
                    union all
                    select y.fund, w.day, -y.fen from payments.wish w join payments.payment y on y.id = w.payment
                    where w.kind = 'SETTLE_PAID' and w.state = 'CONFIRMED') moved
                group by 1, 2) m on m.fund = l.fund and m.day = l.day
            where coalesce(l.fen, 0) <> coalesce(m.fen, 0)
            """),
    RECIPIENTS_BY_SHARE("付给继承人等收款人的每一笔，都是按他的份额分到分的，付给登记的那个人", """
            select o.key from claims.owed o
            join (select claim, decision, fund, sum(fen) as fen from claims.owed group by 1, 2, 3) t
                on t.claim = o.claim and t.decision = o.decision and t.fund = o.fund
            left join claims.recipient r on r.claim = o.claim and r.place = o.recipient
            left join (select claim, sum(part::numeric / coalesce(whole, 1)) as whole
                       from claims.recipient group by claim) s on s.claim = o.claim
            where o.recipient > 0 and o.fen > 0 and (r.id is null
                or abs(o.fen - t.fen * (r.part::numeric / coalesce(r.whole, 1)) / s.whole) > 1)
            union all select o.key from claims.owed o
            join claims.recipient r on r.claim = o.claim and r.place = o.recipient
            join payments.payable p on p.key = o.key
            join payments.payment y on y.payable = p.id
            where y.payee <> r.name
            """),
    QUARTER_AS_CONFIRMED("确认的每一季，逐笔相加就是确认时的人数和金额", """
            select r.id::text from quarters.run r
            join quarters.trial t on t.run = r.id and t.number = r.trial
            left join (select run, trial, count(*) filter (where due_fen > 0) as persons,
                              coalesce(sum(due_fen) filter (where due_fen > 0), 0) as due,
                              count(*) filter (where due_fen < 0) as carried
                       from quarters.line where stands group by 1, 2) l on l.run = r.id and l.trial = r.trial
            where r.state in ('CONFIRMED', 'PAID', 'CLOSED')
              and not exists (select from quarters.task k
                              where k.run = r.id and k.kind = 'OWE' and k.state = 'WAITING')
              and (coalesce(l.persons, 0) <> t.persons or coalesce(l.due, 0) <> t.due_fen
                   or coalesce(l.carried, 0) <> t.carried)
            """),
    QUARTER_OWED_ONCE("确认的每一季，应付的每一笔都登记了一次，金额相同，此外没有别的", """
            select coalesce(l.id, p.reference)::text
            from (select id, due_fen from quarters.line where stands and payable and due_fen > 0) l
            full join (select reference, fen from payments.payable where kind = 'quarter') p on p.reference = l.id
            where l.due_fen is distinct from p.fen
            """),
    QUARTER_OF_YEAR("各季付的加起来，就是全年至今应得的：此前已付的，正是前面各季付的", """
            select l.id::text from quarters.line l join quarters.run r on r.id = l.run and r.trial = l.trial
            left join lateral (
                select sum(o.due_fen) as fen from quarters.line o join quarters.run e on e.id = o.run
                where o.person = l.person and o.stands and o.due_fen > 0 and e.path = r.path
                  and o.plan = l.plan and o.year = l.year and o.quarter < l.quarter
                  and (o.quarter > 4) = (l.quarter > 4)) b on true
            where l.stands and l.before_fen <> coalesce(b.fen, 0)
            """),
    YEAR_COUNTS_QUARTERS("封顶线以上的每一笔，都算上了本年各季已付的", """
            select l.id::text from quarters.line l join quarters.run r on r.id = l.run and r.trial = l.trial
            left join lateral (
                select sum(o.due_fen) as fen from quarters.line o join quarters.run e on e.id = o.run
                where o.person = l.person and o.stands and o.due_fen > 0 and e.path = r.path
                  and o.plan = l.plan and o.year = l.year and o.quarter <= 4) b on true
            where l.stands and l.quarter > 4 and split_part(l.above, ' ', 5)::bigint <> coalesce(b.fen, 0)
            """),
    PROXIES_OF_MEMBER("替一位会员代办的，同时最多三位，同一个手机号只算一次", """
            select g.id::text from members.proxy g
            where (select count(*) from members.proxy p
                   where p.member = g.member and p.granted_at <= g.granted_at and p.until_on > g.from_on
                     and (p.ended_at is null or p.ended_at > g.granted_at)) > 3
               or exists (select from members.proxy p
                          where p.member = g.member and p.phone_index = g.phone_index and p.id <> g.id
                            and p.granted_at <= g.granted_at and p.until_on > g.from_on
                            and (p.ended_at is null or p.ended_at > g.granted_at))
            """),
    PROXIES_OF_PHONE("一个手机号同时最多替五位会员代办", """
            select g.id::text from members.proxy g
            where (select count(*) from members.proxy p
                   where p.phone_index = g.phone_index and p.granted_at <= g.granted_at and p.until_on > g.from_on
                     and (p.ended_at is null or p.ended_at > g.granted_at)) > 5
            """),
    PROXY_OF_LIVING("没有人替已经身故的会员代办，已经身故的会员也不替人代办", """
            select p.id::text from members.proxy p
            join members.category c on c.member = p.member and c.kind = 'DECEASED' and c.until_on is null
            where p.ended_at is null and p.until_on > c.from_on
            union
            select p.id::text from (
                select member,
                    to_timestamp(('x' || left(translate(id::text, '-', ''), 12))::bit(48)::bigint / 1e3) as at
                from members.category where kind = 'DECEASED' and until_on is null) entered
            join members.member m on m.id = entered.member
            join members.proxy p on p.phone_index = m.phone_index
            where p.ended_at is null and p.granted_at < entered.at
              and p.until_on > (entered.at at time zone 'Asia/Shanghai')::date
            """),
    NOTICE_IN_TURN("没有消息在等一条已经发完的消息", """
            select d.notice || ' ' || d.channel from notices.delivery d
            where d.state = 'WAITING' and d.due_at = 'infinity' and not exists (
                select from notices.delivery e
                where e.member = d.member and e.channel = d.channel and e.state = 'WAITING' and e.notice < d.notice)
            """);

    private final String says;
    private final String broken;

    Agreements(String says, String broken) {
        this.says = says;
        this.broken = broken;
    }

    /** What must hold, as a sentence of Chinese. */
    public String says() {
        return says;
    }

    /** The first ids of what breaks it; none where it holds. */
    public List<String> broken(Server server) {
        return Invariants.broken(server, says, broken);
    }
}
