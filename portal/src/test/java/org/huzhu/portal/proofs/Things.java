package org.huzhu.portal.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;

/** What the society keeps, as its database has it: what can be asked for, and where it belongs. */
final class Things {

    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("organisation", "select id::text, path::text from unions.organisation order by path"),
            Map.entry("member", "select distinct on (path) id::text, path::text from members.member order by path"),
            Map.entry("registration", "select id::text, path::text from unions.registration where state = 'ASKED'"),
            Map.entry("correction", "select id::text, path::text from members.correction where outcome is null"),
            Map.entry("account", "select id::text, home::text as path from staff.account order by made_at"),
            Map.entry(
                    "login",
                    "select a.login, p.path::text from staff.post p join staff.account a on a.id = p.account"
                            + " where p.until is null"),
            Map.entry(
                    "plan",
                    "select distinct left(md5(split_part(file, '/', 1)), 8), '' from catalogue.document"
                            + " where state = 'PUBLISHED' and file ~ '/[0-9]{4}[.]yaml$' order by 1"),
            Map.entry(
                    "version",
                    "select id::text, path::text from catalogue.document where state = 'PUBLISHED'"
                            + " and file ~ '/[0-9]{4}[.]yaml$' order by file"),
            Map.entry(
                    "post",
                    "select id::text, path::text from staff.post where until is null"
                            + " and role in ('UNIT_HANDLER', 'POINT_HANDLER') order by since"),
            Map.entry("draft", "select id::text, path::text from catalogue.document where state <> 'PUBLISHED'"),
            Map.entry("offer", "select id::text, path::text from catalogue.offer where until_on is null"),
            Map.entry("bundle", "select id::text, path::text from catalogue.bundle where dropped_at is null"),
            Map.entry("batch", "select id::text, path::text from enrolment.batch order by made_at"),
            Map.entry(
                    "cover",
                    "select id::text, filed_path::text from enrolment.cover where state <> 'VOID' order by id"),
            Map.entry("bill", "select id::text, path::text from contributions.bill order by id"),
            Map.entry("deposit", "select id::text, path::text from contributions.deposit order by id"),
            Map.entry("subsidy", "select id::text, path::text from contributions.subsidy order by id"),
            Map.entry("fund", "select id::text, path::text from ledger.fund order by code"),
            Map.entry("refund", "select id::text, path::text from contributions.refund order by id"),
            Map.entry("paymentBatch", "select id::text, path::text from payments.batch order by made_at"),
            Map.entry("difference", "select id::text, path::text from payments.difference where resolved_at is null"),
            Map.entry("wish", "select id::text, path::text from payments.wish where state = 'ASKED' order by asked_at"),
            Map.entry("payment", "select id::text, path::text from payments.payment order by id"),
            Map.entry("claim", "select id::text, path::text from claims.claim where state <> 'DRAFT' order by number"),
            Map.entry(
                    "ownClaim",
                    "select id::text, path::text from claims.claim where channel = 'OWN'"
                            + " order by state = 'DRAFT', number"),
            Map.entry("quarter", "select id::text, path::text from quarters.run order by state desc"),
            Map.entry(
                    "heldLine",
                    "select id::text, path::text from quarters.line where stands and not payable and due_fen > 0"
                            + " order by id"),
            Map.entry(
                    "ownQuarter",
                    "select id::text, path::text from quarters.line where stands and member is not null order by id"),
            Map.entry("check", "select id::text, path::text from quarters.verification order by id"),
            Map.entry("claimKind", "select unnest(array['STAY', 'WOMEN', 'LOSS']), ''"),
            Map.entry("handover", "select id::text, path::text from staff.handover where decided_at is null"));

    /** All that a request of the table could change. */
    private static final String STATE = """
            select md5(concat(
                (select string_agg(r::text, ';' order by id) from unions.organisation r),
                (select string_agg(r::text, ';' order by id) from unions.registration r),
                (select string_agg(r::text, ';' order by id) from members.member r),
                (select string_agg(r::text, ';' order by id) from members.correction r),
                (select string_agg(concat(id, password, disabled_at), ';' order by id) from staff.account),
                (select string_agg(r::text, ';' order by id) from staff.post r),
                (select string_agg(r::text, ';' order by id) from catalogue.document r where state <> 'PUBLISHED'),
                (select string_agg(r::text, ';' order by id) from catalogue.offer r),
                (select string_agg(r::text, ';' order by id) from catalogue.bundle r),
                (select string_agg(r::text, ';' order by id) from enrolment.batch r),
                (select count(*)::text from enrolment.cover r where state <> 'VOID'),
                (select string_agg(r::text, ';' order by id) from contributions.bill r),
                (select string_agg(r::text, ';' order by id) from contributions.deposit r),
                (select string_agg(r::text, ';' order by id) from contributions.refund r),
                (select string_agg(r::text, ';' order by id) from contributions.split r),
                (select string_agg(r::text, ';' order by id) from quarters.run r),
                (select string_agg(r::text, ';' order by id) from quarters.file r),
                (select string_agg(r::text, ';' order by id) from quarters.verification r),
                (select string_agg(r::text, ';' order by id) from quarters.mend r),
                (select string_agg(r::text, ';' order by id) from quarters.feeder r),
                (select string_agg(r::text, ';' order by id) from quarters.designation r),
                (select string_agg(r::text, ';' order by id) from quarters.filing r),
                (select string_agg(r::text, ';' order by id) from contributions.subsidy r),
                (select string_agg(r::text, ';' order by id) from ledger.fund r),
                (select string_agg(r::text, ';' order by id) from payments.batch r),
                (select string_agg(r::text, ';' order by id) from payments.payment r),
                (select string_agg(r::text, ';' order by id) from payments.difference r),
                (select string_agg(r::text, ';' order by id) from payments.wish r),
                (select string_agg(r::text, ';' order by fund) from payments.bank_account r),
                (select string_agg(r::text, ';' order by id) from claims.claim r),
                (select string_agg(r::text, ';' order by id) from claims.step r),
                (select string_agg(r::text, ';' order by id) from staff.handover r)))
            """;

    private final Server server;

    Things(Server server) {
        this.server = server;
    }

    /** Something of a kind, at the organisation with the path. */
    record Thing(String id, String path) {}

    /** How an organisation stands to the caller's, in the order of the table's columns. */
    enum Stands {
        OWN,
        BELOW,
        ABOVE,
        SIBLING,
        OTHER;

        static Stands of(String caller, String object) {
            if (caller.equals(object)) {
                return OWN;
            }
            if (caller.isEmpty() || object.startsWith(caller + ".")) {
                return BELOW;
            }
            if (caller.startsWith(object + ".")) {
                return ABOVE;
            }
            return caller.split("\\.", 2)[0].equals(object.split("\\.", 2)[0]) ? SIBLING : OTHER;
        }
    }

    List<Thing> all(String kind) throws SQLException {
        List<Thing> found = new ArrayList<>();
        String query = Optional.ofNullable(QUERIES.get(kind)).orElseThrow(() -> new IllegalStateException(kind));
        try (Connection owner = open();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(new Thing(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    /** Equal as long as nothing is changed. */
    String state() throws SQLException {
        try (Connection owner = open();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(STATE)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection open() throws SQLException {
        Connection owner = server.connectOwner();
        owner.setAutoCommit(false);
        Scope.ofSystem().tell(owner);
        return owner;
    }
}
