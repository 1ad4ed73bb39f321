package org.huzhu.roster;

import java.util.Optional;
import java.util.regex.Pattern;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.TableRow;

/** Rows of a roster that are nobody: totals, signatures, and headers repeated for every printed page. */
final class Margins {

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|小计|共计|累计|本页合计|总人数|人数合计|共\\d+人).*", Pattern.DOTALL);
    private static final Pattern SIGNATURE =
            Pattern.compile("(制表|填表|审核|经办|复核|单位负责人|负责人|联系人|填报|盖章|单位盖章|注[:：]|说明[:：]|备注[:：]|第\\d+页).*", Pattern.DOTALL);
    private static final int LIKE_HEADER = 2;

    /** No paper has fewer. */
    private static final int DIGITS_MIN = 5;

    private final Header header;

    Margins(Header header) {
        this.header = header;
    }

    /** Why the row is left out; empty where it is somebody. */
    Optional<String> leftOut(TableRow row) {
        if (!isNobody(row)) {
            return Optional.empty();
        }
        if (likeHeader(row) >= LIKE_HEADER) {
            return Optional.of("第 " + row.number() + " 行是重复的表头，没有当作人员");
        }
        String first = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse(Cell.BLANK)
                .text();
        String start = Fold.number(first);
        if (TOTAL.matcher(start).matches()) {
            return Optional.of("第 " + row.number() + " 行是合计，没有当作人员");
        }
        if (SIGNATURE.matcher(start).matches()) {
            return Optional.of("第 " + row.number() + " 行是落款或说明，没有当作人员");
        }
        return Optional.empty();
    }

    /** How many cells hold what the header says above them; of a header of two rows each holds a part. */
    private int likeHeader(TableRow row) {
        boolean isHigh = header.lastRow() > header.firstRow();
        int same = 0;
        for (int place : header.places().values()) {
            String text = row.cell(place).text().strip();
            String title = header.texts().get(place);
            boolean isPart = isHigh && (title.startsWith(text) || title.endsWith(text));
            if (!text.isEmpty() && (isPart || title.equals(text))) {
                same++;
            }
        }
        return same;
    }

    private boolean isNobody(TableRow row) {
        Integer place = header.places().get(Column.PAPER);
        return place == null
                || row.cell(place).text().chars().filter(Character::isDigit).count() < DIGITS_MIN;
    }
}
