package org.huzhu.enrolment.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.export.RosterDesk.Form;
import org.huzhu.roster.OutgoingTable;

/** A roster that is being written, row by row. */
final class RosterOut implements AutoCloseable {

    private static final List<String> TITLES =
            List.of("序号", "姓名", "证件号码", "计划", "版本", "档次", "份数", "保障开始日", "保障截止日", "等待期满日", "会费（元）", "状态", "名册行号");

    private final OutgoingTable table;
    private int number;

    private RosterOut(OutgoingTable table) {
        this.table = table;
    }

    static RosterOut as(Form form, OutputStream out) throws IOException {
        return new RosterOut(
                switch (form) {
                    case WORKBOOK -> OutgoingTable.workbook(out, "参保名册", TITLES);
                    case TEXT -> OutgoingTable.text(out, TITLES);
                });
    }

    void add(Listed cover) {
        number++;
        List<Object> cells = List.of(
                number,
                cover.name(),
                cover.paper().orElse("已离开本单位"),
                cover.plan().plan(),
                cover.plan().version(),
                cover.plan().tier().orElse(""),
                cover.units(),
                cover.span().from().toString(),
                cover.span().until().minusDays(1).toString(),
                cover.waitsUntil().map(Object::toString).orElse(""),
                BigDecimal.valueOf(cover.contribution().fen(), 2),
                state(cover.state()),
                cover.row());
        try {
            table.add(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Cover.State state) {
        return switch (state) {
            case AGREED -> "等缴费";
            case IN_FORCE -> "已生效";
            case VOID -> "无效";
        };
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
