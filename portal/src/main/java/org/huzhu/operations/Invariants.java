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
            """),
    BILL_IN_LEDGER("每张缴费通知单未缴的金额，就是总账里它的应收", """
            select b.id from contributions.bill b
            left join (
                select t.reference, sum(e.fen) as fen
                from ledger.transaction t join ledger.entry e on e.transaction = t.number
                join ledger.account a on a.id = e.account and a.code in ('1121', '1122')
                where t.kind like 'contribution.%' group by t.reference) l on l.reference = b.id::text
            where coalesce(l.fen, 0) <> case when b.cancelled_on is null then b.due_fen - b.allocated_fen else 0 end
            """),
    BILL_IS_ALLOCATIONS("每张缴费通知单已缴的金额，就是核销给它的到账之和，不超过应缴", """
            select b.id from contributions.bill b
            where b.allocated_fen > b.due_fen or b.allocated_fen <> coalesce((
                select sum(a.fen) from contributions.allocation a where a.bill = b.id and a.undone_at is null), 0)
            """),
    BILL_IS_PLANS("每张缴费通知单及其核销，就是其中各计划之和", """
            select b.id from contributions.bill b
            where b.due_fen is distinct from (
                    select sum(l.fen) from contributions.bill_line l where l.bill = b.id)
               or b.allocated_fen is distinct from (
                    select sum(l.allocated_fen) from contributions.bill_line l where l.bill = b.id)
               or exists (select from contributions.allocation a where a.bill = b.id and a.fen is distinct from (
                    select sum(p.fen) from contributions.allocation_part p where p.allocation = a.id))
            """),
    ALLOCATION_POSTED("每笔核销都记了账，撤销的都冲了红", """
            select a.id from contributions.allocation a
            where (select count(*) from ledger.transaction t
                   where t.business_key in ('contribution/allocation/' || a.id,
                                            'contribution/allocation/' || a.id || '/undone'))
                  <> case when a.undone_at is null then 1 else 2 end
            """),
    DEPOSIT_IS_ITS_USES("每笔到账，就是核销、退费、申请退费和待认领之和", """
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
            """),
    UNCLAIMED_IN_LEDGER("每个基金待认领的到账，就是总账里的待认领款项", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2206'), 0)
               + coalesce((select sum(d.fen - d.allocated_fen - d.refunded_fen) from contributions.deposit d
                           where d.fund = f.id), 0) <> 0
            """),
    BATCH_IS_BILLS("每批参保的缴费通知单之和，就是应缴的会费", """
            select g.batch from contributions.billing g
            where coalesce((select sum(b.due_fen) from contributions.bill b
                            where b.batch = g.batch and b.cancelled_on is null), 0)
                  <> case when g.state = 'TAKEN_BACK' then 0 else g.due_fen end
               or g.due_fen <> coalesce((select sum(l.fen) from contributions.billing_line l
                                         where l.batch = g.batch), 0)
            """),
    BATCH_PAID("一批参保的缴费通知单都缴清了，才算缴清", """
            select g.batch from contributions.billing g
            where (g.state = 'PAID') = exists (
                    select from contributions.bill b
                    where b.batch = g.batch and b.cancelled_on is null and b.allocated_fen < b.due_fen)
              and g.state <> 'TAKEN_BACK'
            """),
    ADVANCE_IN_LEDGER("每个基金还没开始保障的会费，就是总账里的预收会费", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2203'), 0)
               + coalesce((select sum(l.fen - l.refunded_fen) from contributions.bill b
                           join contributions.billing g on g.batch = b.batch
                           join contributions.bill_line l on l.bill = b.id
                           where b.fund = f.id and b.cancelled_on is null and g.earned_on is null), 0) <> 0
            """),
    SUBSIDY_IS_USES("每项补助已用的金额，就是各人所用之和，不超过预算", """
            select s.id from contributions.subsidy s
            where s.used_fen > s.budget_fen or s.used_fen <> coalesce((
                select sum(u.fen) from contributions.subsidy_use u where u.subsidy = s.id), 0)
            """),
    SUBSIDY_A_HEAD("一个人一年用一项补助，不超过每人的标准", """
            select s.id || ' ' || u.person from contributions.subsidy s
            join contributions.subsidy_use u on u.subsidy = s.id
            group by s.id, u.person, u.year having sum(u.fen) > s.head_fen
            """),
    RECEIPT_OF_BILL("每张缴清的缴费通知单有一张收据，没缴清的没有", """
            select b.id from contributions.bill b
            where (b.allocated_fen = b.due_fen) <> exists (
                select from contributions.receipt r where r.bill = b.id and r.voided_on is null)
            """),
    RECEIPTS_WITHOUT_GAP("每个基金每年的收据编号没有缺口", """
            select r.fund || ' ' || r.year from contributions.receipt r
            group by r.fund, r.year having max(r.sequence) <> count(*)
            """),
    PATH_OF_BILL("每张缴费通知单的路径，就是单位的路径", """
            select b.id from contributions.bill b left join unions.organisation o on o.id = b.unit
            where o.id is null or o.path <> b.path
            """),
    REFUND_BY_TWO("每笔退费由一人申请、另一人审批", """
            select r.id from contributions.refund r where r.decided_by = r.asked_by
            """),
    COVER_ONCE("一个人同一天在同一计划下只有一份保障", """
            select a.id from enrolment.cover a
            join enrolment.cover b on b.person = a.person and b.plan = a.plan and b.id > a.id
            where a.state <> 'VOID' and b.state <> 'VOID'
              and daterange(a.from_on, a.until_on) && daterange(b.from_on, b.until_on)
            """),
    ROW_IS_COVER("已确认的批次里，名册接受的每一行都有保障，有误和重复的没有", """
            select b.id || ' ' || l.part || ' ' || l.row from enrolment.batch b
            join enrolment.line l on l.batch = b.id
            where b.state in ('FILED', 'CONFIRMED', 'STARTED') and (l.kind in ('NEW', 'RENEWED', 'CHANGED')) <> exists (
                select from enrolment.cover c
                where c.batch = l.batch and c.part = l.part and c.row = l.row and c.state <> 'VOID')
            """),
    COVER_OF_BATCH("每份保障都有它的批次，状态和路径也相符", """
            select c.id from enrolment.cover c left join enrolment.batch b on b.id = c.batch
            where c.filed_path is distinct from b.path
               or (c.state <> 'VOID' and b.state not in ('FILED', 'CONFIRMED', 'STARTED'))
            """),
    BILLING_IS_COVERS("每批参保应缴的会费，就是其中各份保障的会费之和", """
            select b.id from enrolment.batch b left join contributions.billing g on g.batch = b.id
            where b.state in ('CONFIRMED', 'STARTED') and g.due_fen is distinct from (
                select coalesce(sum(c.fen), 0) from enrolment.cover c where c.batch = b.id and c.state <> 'VOID')
            """),
    CLAIM_OWED("每件批准的申请，每次决定应付的金额，就是欠给会员的各笔互助金之和；没有批准过的不欠", """
            select a.claim::text || ' ' || a.place from claims.assessment a
            where a.due_fen <> coalesce((select sum(o.fen) from claims.owed o
                                         where o.claim = a.claim and o.decision = a.place), 0)
               or a.due_fen <> coalesce((select sum(l.fen) from claims.line l where l.assessment = a.id), 0)
            union all select o.key from claims.owed o
            left join claims.assessment a on a.claim = o.claim and a.place = o.decision where a.id is null
            union all select c.number from claims.claim c
            where c.state = 'APPROVED' and not exists (select from claims.assessment a where a.claim = c.id)
            """),
    OWED_IS_PAYABLE("欠给会员的每笔互助金，就是一笔应付的款项，金额相同", """
            select o.key from claims.owed o left join payments.payable p on p.key = o.key
            where o.fen > 0 and (p.fen is distinct from o.fen or p.fund is distinct from o.fund)
            union all select p.key from payments.payable p left join claims.owed o on o.key = p.key
            where p.kind = 'claim' and o.key is null
            """),
    CLAIM_BY_OTHERS("没有人审批自己登记的申请，也没有人在同一轮里审批两次", """
            select s.claim::text || ' ' || s.actor from claims.step s
            where s.what in ('ENTERED', 'PASSED', 'APPROVED')
            group by s.claim, s.round, s.actor having count(*) > 1
            union all select s.claim::text || ' ' || s.actor from claims.step s
            join claims.step e on e.claim = s.claim and e.actor = s.actor and e.what = 'ENTERED'
            where s.what in ('PASSED', 'APPROVED')
            """),
    RECEIPT_SPENT_ONCE("按一张票据给付过的，都是批准的申请", """
            select t.key from claims.spent t join claims.claim c on c.id = t.claim
            where not exists (select from claims.assessment a where a.claim = c.id)
            """),
    PAYABLE_IN_LEDGER("每个基金的应付互助金，就是各笔还没有付出的互助金之和", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '2204'), 0)
                + coalesce((select sum(y.fen) from payments.payable p
                            join payments.payment y on y.payable = p.id and y.attempt = p.attempt
                            where p.fund = f.id
                              and y.state in ('PAYABLE', 'BATCHED', 'FILED', 'RETURNED', 'REDIRECTED')), 0) <> 0
            """),
    TRANSIT_IN_LEDGER("每个基金的在途资金，就是已发放而银行还没有答复的付款之和", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.entry e join ledger.account a on a.id = e.account
                            where a.fund = f.id and a.code = '1009'), 0)
                + coalesce((select sum(y.fen) from payments.payment y
                            where y.fund = f.id and y.state in ('RELEASED', 'UNKNOWN')), 0) <> 0
            """),
    PAID_IN_LEDGER("每个基金因付款减少的银行存款，就是已付的互助金之和", """
            select f.id from ledger.fund f
            where coalesce((select sum(e.fen) from ledger.transaction t join ledger.entry e on e.transaction = t.number
                            join ledger.account a on a.id = e.account and a.code = '1002'
                            where t.fund = f.id and t.kind like 'payment.%'), 0)
                + coalesce((select sum(y.fen) from payments.payment y
                            where y.fund = f.id and y.state = 'PAID'), 0) <> 0
            """),
    PAID_ONCE("每笔互助金至多付一次：在途、已付和不明的付款至多一笔，重付的都已退回", """
            select p.id from payments.payable p join payments.payment y on y.payable = p.id
            group by p.id having count(*) filter (where y.state <> 'RETURNED') > 1
                or max(y.attempt) <> p.attempt or count(*) <> p.attempt or bool_or(y.fen <> p.fen)
            """),
    PAYMENT_FILE_IS_ORDERS("每个代发文件的笔数和金额，就是其中各笔付款的笔数和金额", """
            select f.name from payments.file f join payments.batch b on b.id = f.batch
            where b.state <> 'DROPPED' and not exists (
                select from payments.payment y where y.batch = f.batch and y.part = f.part
                having count(*) = f.orders and sum(y.fen) = f.fen)
            """),
    PAYMENT_BY_TWO("每批付款都由组批、制盘以外的人发放，每个支付申请都由另一人决定", """
            select b.number from payments.batch b where b.released_by in (b.made_by, b.filed_by)
            union all select w.id::text from payments.wish w where w.decided_by = w.asked_by
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
        return broken(server, says, broken);
    }

    /** The same of whatever else must hold. */
    public static List<String> broken(Server server, String says, String broken) {
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
