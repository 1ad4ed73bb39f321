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
