package org.huzhu.audit;

import java.util.List;
import org.huzhu.testkit.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with all rights over the database may do to a sealed trail, one thing at a time, at random. */
final class Tampering {

    private static final List<String> CHANGES = List.of(
            "at = at + interval '1 microsecond'",
            "actor = actor || '0'",
            "actor = 'another'",
            "path = 'bj.west'",
            "action = 'member.view '",
            "kind = action, action = kind || '.'",
            "object = reverse(object) || 'x'",
            "outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end",
            "reason = case when reason is null then '' end",
            "reason = coalesce(reason, '') || '.'",
            "before = coalesce(before, '') || '0'",
            "after = case when after is null then '' end",
            "request = request || '1'",
            "origin = origin || '1'",
            "seq = default");

    private static final List<String> BLOCK_CHANGES = List.of(
            "no = no + 1000",
            "last_pos = last_pos + 1000",
            "count = count + 1",
            "sealed_at = sealed_at + interval '1 microsecond'",
            "previous = set_byte(previous, 7, 255 - get_byte(previous, 7))",
            "root = set_byte(root, 31, 255 - get_byte(root, 31))",
            "hash = set_byte(hash, 0, 255 - get_byte(hash, 0))");

    private static final String FORGED = """
            insert into audit.record (at, actor, path, action, kind, object, outcome, request, origin)
            values (now(), 'another', 'bj.east', 'member.view', 'member', 'm1', 'DONE', '', '')
            """;

    private final JdbcClient database;
    private final Cases cases;
    private final long records;
    private final long blocks;

    Tampering(JdbcClient database, Cases cases, long records, long blocks) {
        this.database = database;
        this.cases = cases;
        this.records = records;
        this.blocks = blocks;
    }

    /** Does one thing, and says what. */
    String once() {
        return switch ((int) cases.wholeBetween(0, 9)) {
            case 0, 1, 2 -> change();
            case 3 -> delete();
            case 4 -> insertStray();
            case 5 -> insertPlaced();
            case 6 -> swap();
            case 7 -> truncate();
            case 8 -> changeBlock();
            default -> deleteBlock();
        };
    }

    private String change() {
        String change = cases.oneOf(CHANGES);
        run("update audit.record set %s where seq = (select seq from audit.place where pos = %d)"
                .formatted(change, anyPos()));
        return "change " + change;
    }

    private String delete() {
        long pos = anyPos();
        if (cases.wholeBetween(0, 1) == 0) {
            run("delete from audit.record where seq = (select seq from audit.place where pos = %d)".formatted(pos));
            return "delete of a record";
        }
        run("delete from audit.place where pos = %d".formatted(pos));
        return "delete of a place";
    }

    private String insertStray() {
        run(FORGED);
        return "insert beside the trail";
    }

    private String insertPlaced() {
        long pos = cases.wholeBetween(1, records + 1);
        run(FORGED);
        run("update audit.place set pos = pos + 1000000 where pos >= " + pos);
        run("update audit.place set pos = pos - 999999 where pos > 1000000");
        run("insert into audit.place (pos, seq) select %d, max(seq) from audit.record".formatted(pos));
        return "insert at %d of %d".formatted(pos, records);
    }

    private String swap() {
        long one = anyPos();
        long other = one % records + 1;
        run("update audit.place set pos = pos + 1000000 where pos in (%d, %d)".formatted(one, other));
        run("update audit.place set pos = %d + %d + 1000000 - pos where pos > 1000000".formatted(one, other));
        return "swap of %d and %d".formatted(one, other);
    }

    /** Takes blocks off the end with all that belongs to them, or only records. */
    private String truncate() {
        if (cases.wholeBetween(0, 1) == 0) {
            long pos = anyPos();
            run("delete from audit.record where seq in (select seq from audit.place where pos >= %d)".formatted(pos));
            run("delete from audit.place where pos >= " + pos);
            return "truncate of records from %d".formatted(pos);
        }
        long block = cases.wholeBetween(1, blocks);
        String kept = "coalesce((select max(last_pos) from audit.block where no < %d), 0)".formatted(block);
        run("delete from audit.record where seq in (select seq from audit.place where pos > %s)".formatted(kept));
        run("delete from audit.place where pos > " + kept);
        run("delete from audit.block where no >= " + block);
        return "truncate of blocks from %d".formatted(block);
    }

    private String changeBlock() {
        String change = cases.oneOf(BLOCK_CHANGES);
        run("update audit.block set %s where no = %d".formatted(change, cases.wholeBetween(1, blocks)));
        return "change of a block: " + change;
    }

    private String deleteBlock() {
        long block = cases.wholeBetween(1, blocks);
        run("delete from audit.block where no = " + block);
        return "delete of block %d".formatted(block);
    }

    private long anyPos() {
        return cases.wholeBetween(1, records);
    }

    private void run(String sql) {
        int rows = database.sql(sql).update();
        // An insert at the very end shifts nothing; all else must have touched something.
        if (rows == 0 && !sql.startsWith("update audit.place")) {
            throw new IllegalStateException("Touched nothing: " + sql);
        }
    }
}
