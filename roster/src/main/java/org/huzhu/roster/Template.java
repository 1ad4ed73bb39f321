package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An empty roster for handlers to fill in: our columns, all of them texts, so that no number loses its end; lists to
 * choose from; a sheet that explains; and a mark that says which edition it is.
 */
public final class Template {

    /** The edition that is written now. */
    public static final int EDITION = 2;

    static final String MARK_SHEET = "_huzhu";

    private static final String MARK = "huzhu-roster/";
    private static final int ROWS = 100_000;
    private static final String TEXT = "@";
    private static final double WIDTH = 22;
    private static final String NEEDED = "FFE699";
    private static final String OTHER = "D9E1F2";

    /** What the headers of the first edition meant; those of the second are titles of {@link Column}. */
    private static final Mapping OF_FIRST = new Mapping(Map.of(
            "姓名", Column.NAME, "证件号", Column.PAPER, "互助卡", Column.CARD, "工种类别", Column.OCCUPATION, "份", Column.SHARES));

    private Template() {}

    /** Writes a template; the stream is left open. */
    public static void write(OutputStream out, RosterOrder order) throws IOException {
        Workbook book = new Workbook(out, "Huzhu", null);
        Worksheet sheet = book.newWorksheet("名册");
        Worksheet help = book.newWorksheet("填写说明");
        Worksheet mark = book.newWorksheet(MARK_SHEET);
        for (Column column : Column.values()) {
            int place = column.ordinal();
            sheet.width(place, WIDTH);
            sheet.style(place).format(TEXT).set();
            sheet.inlineString(0, place, column.title());
            sheet.style(0, place)
                    .bold()
                    .format(TEXT)
                    .fillColor(order.needed().contains(column) ? NEEDED : OTHER)
                    .set();
            List<String> choices = choices(column, order);
            if (!choices.isEmpty()) {
                offer(sheet, mark, place, choices);
            }
        }
        sheet.freezePane(0, 1);
        explain(help, order);
        mark.inlineString(0, 0, MARK + EDITION);
        mark.setVisibilityState(VisibilityState.VERY_HIDDEN);
        book.finish();
    }

    private static List<String> choices(Column column, RosterOrder order) {
        return switch (column) {
            case PAPER_KIND ->
                Arrays.stream(PaperKind.values()).map(PaperKind::title).toList();
            case SEX -> List.of("男", "女");
            case CHANGE -> List.of("增", "减");
            default -> order.choices().of(column);
        };
    }

    /** The words stand in the hidden sheet, below its mark: a list written into the rule itself ends at 255 signs. */
    private static void offer(Worksheet sheet, Worksheet words, int place, List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            words.inlineString(i + 1, place, choices.get(i));
        }
        sheet.range(1, place, ROWS, place)
                .validateWithList(words.range(1, place, choices.size(), place))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle("请从列表里选")
                .error("这一列只能填列表里的词");
    }

    private static void explain(Worksheet help, RosterOrder order) {
        List<String> lines = new ArrayList<>(List.of(
                "一人一行，从第二行开始填；黄色的列必须填，其余的列没有可以空着。",
                "证件号码、手机号码、会员卡号请保持“文本”格式；粘贴时选“只保留文本”。当作数字保存的号码，第 15 位以后会丢失。",
                "日期请写成 2026-09-01 的样子。",
                "姓名里的间隔号写“·”；生僻字请用输入法录入，不要用图片或自造字。",
                "列可以增加，也可以换次序；表头的字请不要改。"));
        for (Column column : Column.values()) {
            String needed = order.needed().contains(column) ? "必填" : "选填";
            List<String> choices = choices(column, order);
            lines.add(column.title() + "（" + needed + "）" + (choices.isEmpty() ? "" : "：" + String.join("、", choices)));
        }
        help.width(0, 100);
        for (int i = 0; i < lines.size(); i++) {
            help.inlineString(i, 0, lines.get(i));
        }
    }

    /** What the headers mean in the edition of a mark. */
    static Mapping mapping(String mark) {
        return mark.equals(MARK + 1) ? OF_FIRST : Mapping.none();
    }

    /** What the handler should know of the edition of a mark. */
    static Optional<String> notice(String mark) {
        String edition = mark.startsWith(MARK) ? mark.substring(MARK.length()) : "";
        if (edition.equals(Integer.toString(EDITION))) {
            return Optional.empty();
        }
        return Optional.of(edition.equals("1") ? "这是第 1 版的模板，已按旧版的列名读取；下次请下载新模板" : "模板的版本认不出来，按列名读取；下次请下载新模板");
    }
}
