package org.huzhu.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Sex;
import org.huzhu.roster.table.Cell;
import org.huzhu.roster.table.Serials;
import org.huzhu.roster.table.TableRow;

/** Reads rows into lines, and says of each cell what is wrong with it. */
final class LineReader {

    private static final int TEXT_SIGNS_MAX = 500;
    private static final int SHARES_MAX = 999;

    private static final Set<String> MEN = Set.of("男", "男性", "男士", "M", "MALE", "1");
    private static final Set<String> WOMEN = Set.of("女", "女性", "女士", "F", "FEMALE", "2");

    private final Header header;
    private final RosterOrder order;
    private final Serials serials;
    private final PaperReader papers;

    LineReader(Header header, RosterOrder order, Serials serials) {
        this.header = header;
        this.order = order;
        this.serials = serials;
        this.papers = new PaperReader();
    }

    RosterLine read(TableRow row) {
        Draft draft = new Draft(row, header);
        Optional<IdNumber> id = Optional.empty();
        if (isThere(draft, Column.PAPER)) {
            id = papers.read(draft, row.number());
        }
        if (isThere(draft, Column.NAME)) {
            NameReader.read(draft);
        }
        if (isThere(draft, Column.SEX)) {
            readSex(draft, id);
        }
        if (isThere(draft, Column.BIRTH)) {
            readBirth(draft, id);
        }
        if (isThere(draft, Column.JOINED)) {
            readDay(draft, Column.JOINED).ifPresent(day -> draft.put(Column.JOINED, day.toString()));
        }
        if (isThere(draft, Column.PHONE)) {
            NumberReader.readPhone(draft);
        }
        if (isThere(draft, Column.CARD)) {
            NumberReader.readCard(draft);
        }
        if (isThere(draft, Column.SHARES)) {
            readShares(draft);
        }
        for (Column column :
                List.of(Column.CATEGORY, Column.OCCUPATION, Column.PLAN, Column.PARENT, Column.CHANGE, Column.NOTE)) {
            if (isThere(draft, column)) {
                readWords(draft, column);
            }
        }
        return draft.line();
    }

    /** Whether something stands in the column that can be read at all; says so where it must and does not. */
    private boolean isThere(Draft draft, Column column) {
        Cell cell = draft.cell(column);
        return switch (cell.kind()) {
            case BLANK -> {
                if (order.needed().contains(column)) {
                    draft.trouble(column, TroubleKind.MISSING, column.title() + "没有填", "请补填" + column.title());
                }
                yield false;
            }
            case ERROR -> {
                draft.trouble(
                        column, TroubleKind.CELL_ERROR, "这一格是公式算错的结果 " + cell.text(), "请改正公式，或者直接填写" + column.title());
                yield false;
            }
            case UNCALCULATED -> {
                draft.trouble(column, TroubleKind.UNCALCULATED, "这一格是公式，文件里没有它的结果", "请用 Excel 或 WPS 打开并保存一次，或者直接填写数值");
                yield false;
            }
            default -> true;
        };
    }

    private static void readSex(Draft draft, Optional<IdNumber> id) {
        String text = Fold.number(draft.cell(Column.SEX).text());
        boolean isMan = MEN.contains(text);
        if (!isMan && !WOMEN.contains(text)) {
            draft.trouble(Column.SEX, TroubleKind.SEX_UNKNOWN, "性别认不出来", "请填“男”或“女”");
        } else if (id.isPresent() && isMan != (id.get().sex() == Sex.MALE)) {
            draft.trouble(
                    Column.SEX,
                    TroubleKind.SEX_DISAGREES,
                    "性别与身份证号码不一致，号码的第 17 位表示" + (isMan ? "女" : "男"),
                    "请对照身份证，改性别或者改号码");
        } else {
            draft.put(Column.SEX, isMan ? "男" : "女");
        }
    }

    private void readBirth(Draft draft, Optional<IdNumber> id) {
        Optional<LocalDate> day = readDay(draft, Column.BIRTH);
        if (day.isEmpty()) {
            return;
        }
        if (id.isPresent() && !id.get().birthDate().equals(day.get())) {
            draft.trouble(
                    Column.BIRTH,
                    TroubleKind.BIRTH_DISAGREES,
                    "出生日期与身份证号码不一致，号码里是 " + id.get().birthDate(),
                    "请对照身份证，改出生日期或者改号码");
        } else {
            draft.put(Column.BIRTH, day.get().toString());
        }
    }

    private Optional<LocalDate> readDay(Draft draft, Column column) {
        DayText read = DayText.of(draft.cell(column), serials);
        if (read.trouble() != null) {
            TroubleKind kind = read.trouble();
            String wrong = switch (kind) {
                case DATE_IMPOSSIBLE -> "日历上没有这一天，或者年份不在 1900 至 2100 之间";
                case DATE_AMBIGUOUS -> "这个日期可以有几种读法";
                case DATE_WITHOUT_DAY -> "只有年和月，没有日";
                default -> "这不是一个认得出的日期";
            };
            draft.trouble(column, kind, wrong, "请按“2026-09-01”的样子填写年、月、日");
        }
        return read.day();
    }

    private static void readShares(Draft draft) {
        String typed = Fold.number(draft.cell(Column.SHARES).text());
        String text = typed.length() == 1 ? typed : typed.replaceFirst("(\\.0+)?份?$", "");
        int shares = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (shares < 1 || shares > SHARES_MAX) {
            draft.trouble(Column.SHARES, TroubleKind.SHARES_WRONG, "份数不是 1 到 999 的整数", "请填写整数，例如 1");
        } else {
            draft.put(Column.SHARES, Integer.toString(shares));
        }
    }

    private void readWords(Draft draft, Column column) {
        String words = Fold.words(draft.cell(column).text());
        List<String> choices = order.choices().of(column);
        if (words.length() > TEXT_SIGNS_MAX) {
            draft.trouble(column, TroubleKind.TOO_LONG, column.title() + "超过 " + TEXT_SIGNS_MAX + " 个字", "请缩短");
        } else if (!choices.isEmpty() && !choices.contains(words)) {
            draft.trouble(
                    column,
                    TroubleKind.NOT_A_CHOICE,
                    column.title() + "里没有这一种",
                    "请从这些里选一个：" + String.join("、", choices));
        } else if (!words.isEmpty()) {
            draft.put(column, words);
        }
    }
}
