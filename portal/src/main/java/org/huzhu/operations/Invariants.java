package org.huzhu.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;

/**
 * What must hold across all rooms at any time, asked of the database itself: what writes the data has no part in it.
 *
 * <p>Each asks for the ids of what breaks it.
 */
public enum Invariants {
    PATH_OF_ORGANISATION("每个组织的路径，是上级的路径加上自己的一段", """
            select o.id from unions.organisation o join unions.organisation p on p.id = o.parent
            where subpath(o.path, 0, -1) <> p.path
            """),
    OPEN_BELOW_CLOSED("没有已撤销的组织下面还有未撤销的", """
            select o.id from unions.organisation o join unions.organisation p on p.id = o.parent
            where o.closed_on is null and p.closed_on is not null
            """),
    HISTORY_OF_ORGANISATION("每个组织的沿革都从成立开始", """
            select o.id from unions.organisation o
            where not exists (select from unions.milestone m where m.organisation = o.id
                              and m.kind in ('OPENED', 'SPLIT_OFF'))
            """),
    PATH_OF_MEMBER("每位会员的路径，就是所在单位的路径", """
            select m.id from members.member m left join unions.organisation o on o.id = m.unit
            where o.id is null or o.path <> m.path
            """),
    MEMBER_AT_EMPLOYER("每位会员在册的单位，就是最近工作的单位", """
            select m.id from members.member m
            where m.merged_into is null and m.unit is distinct from (
                select e.unit from members.employment e where e.member = m.id order by e.from_on desc limit 1)
            """),
    CONSENT_IN_ORDER("没有授权的撤回早于同意", """
            select c.id from members.consent c where c.withdrawn_at < c.given_at
            """),
    PATH_OF_POST("每个岗位的路径，就是所在组织的路径", """
            select p.id from staff.post p join unions.organisation o on o.id = p.organisation
            where p.until is null and o.path::text <> p.path::text
            """),
    POST_AT_CLOSED("已撤销的组织里没有在任的岗位", """
            select p.id from staff.post p join unions.organisation o on o.id = p.organisation
            where p.until is null and o.closed_on is not null
            """),
    AUDIT_WITHOUT_GAP("审计记录的编号没有缺口", """
            select max(pos) from audit.place having max(pos) <> count(*)
            """),
    AUDIT_RECORD_THERE("每个编号的审计记录都在", """
            select p.seq from audit.place p left join audit.record r on r.seq = p.seq where r.seq is null
            """),
    TRANSACTION_BALANCED("每张凭证借贷相等，分录齐全", """
            select t.number from ledger.transaction t left join ledger.entry e on e.transaction = t.number
            group by t.number having count(e.line) <> t.lines or sum(e.fen) is distinct from 0
            """),
    FUND_BALANCED("每个基金的全部分录借贷相等", """
            select e.fund from ledger.entry e group by e.fund having sum(e.fen) <> 0
            """),
    CLOSING_IS_SUM("每个月结下的余额，就是到那时全部分录之和", """
            select b.fund || ' ' || b.until || ' ' || b.code from (
                select c.fund, c.until, a.id, a.code, coalesce(k.fen, 0) as fen, lag(c.until) over accounts as since,
                       coalesce(lag(k.fen) over accounts, 0) as before
                from ledger.closing c join ledger.account a on a.fund = c.fund
                left join ledger.closing_balance k on k.account = a.id and k.until = c.until
                window accounts as (partition by a.id order by c.until)) b
            where b.fen <> b.before + coalesce((
                select sum(e.fen) from ledger.entry e
                where e.account = b.id and e.day < b.until and e.day >= coalesce(b.since, '-infinity')), 0)
            """),
    NOTHING_AFTER_CLOSING("没有结账以后记到那以前的凭证", """
            select t.number from ledger.transaction t
            where exists (select from ledger.closing c where c.fund = t.fund and t.day < c.until and t.number > c.last)
            """),
    PATH_OF_FUND("每个基金的路径，是一个组织的路径", """
            select f.id from ledger.fund f
            where not exists (select from unions.organisation o where o.path = f.path)
            """);

    private static final int SHOWN_MAX = 10;
    private final String says;
    private final String broken;

    Invariants(String says, String broken) {
        this.says = says;
        this.broken = broken;
    }

    /** What must hold, as a sentence of Chinese. */
    String says() {
        return says;
    }

    /** The first ids of what breaks it; none where it holds. */
    public List<String> broken(Server server) {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            owner.setReadOnly(true);
            Scope.ofSystem().tell(owner);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(broken + " limit " + SHOWN_MAX)) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            owner.rollback();
            return ids;
        } catch (SQLException e) {
            throw new DatabaseTrouble("“%s”不能核对：%s".formatted(says, e.getMessage()), e);
        }
    }
}
