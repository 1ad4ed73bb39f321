package org.huzhu.payments.bank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.payments.bank.Layout.Cell;
import org.huzhu.payments.bank.Layout.Records;
import org.huzhu.roster.PlainTable;

/** Reads the rows of a file, within limits. */
final class RowsIn {

    private static final int MEBIBYTES_MAX = 100;
    private static final int ROWS_MAX = 500_000;

    private final Records records;
    private final CharsetDecoder decoder;

    private RowsIn(Layout layout, Records records) {
        this.records = records;
        this.decoder = layout.encoding()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static List<List<String>> read(Layout layout, Records records, Path file) throws IOException {
        if (layout.form() == Layout.Form.FIXED) {
            return new RowsIn(layout, records).read(file);
        }
        try {
            return PlainTable.read(file, MEBIBYTES_MAX, ROWS_MAX).stream()
                    .map(PlainTable.Row::cells)
                    .map(RowsIn::trimmed)
                    .toList();
        } catch (PlainTable.Unreadable e) {
            throw new Unreadable(e.place(), e);
        }
    }

    /** Without the blanks at its end. */
    private static List<String> trimmed(List<String> cells) {
        int until = cells.size();
        while (until > 0 && cells.get(until - 1).isEmpty()) {
            until--;
        }
        return cells.subList(0, until);
    }

    private List<List<String>> read(Path file) throws IOException {
        if (Files.size(file) > (long) MEBIBYTES_MAX << 20) {
            throw new Unreadable("");
        }
        byte[] bytes = Files.readAllBytes(file);
        List<List<String>> rows = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int until = from;
            while (until < bytes.length && bytes[until] != '\n') {
                until++;
            }
            int end = until > from && bytes[until - 1] == '\r' ? until - 1 : until;
            if (rows.size() >= ROWS_MAX || until == bytes.length) {
                throw Unreadable.line(rows.size() + 1);
            }
            rows.add(row(bytes, from, end, rows.size() + 1));
            from = until + 1;
        }
        return rows;
    }

    private List<String> row(byte[] bytes, int from, int end, int number) {
        for (List<Cell> cells : List.of(records.columns(), records.top(), records.end())) {
            int width = cells.stream().mapToInt(Cell::width).sum();
            boolean isMeant = cells.getFirst()
                    .text()
                    .filter(text -> text.charAt(0) == bytes[from])
                    .isPresent();
            if (isMeant && width == end - from) {
                return cut(bytes, from, cells, number);
            }
        }
        throw Unreadable.line(number);
    }

    private List<String> cut(byte[] bytes, int from, List<Cell> cells, int number) {
        List<String> row = new ArrayList<>();
        int at = from;
        try {
            for (Cell cell : cells) {
                row.add(decoder.decode(ByteBuffer.wrap(bytes, at, cell.width()))
                        .toString()
                        .strip());
                at += cell.width();
            }
        } catch (CharacterCodingException e) {
            throw new Unreadable("第 %d 行".formatted(number), e);
        }
        return row;
    }
}
