package org.huzhu.quarter.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The first line of a file: finds the columns by their names, in whatever order they stand. */
final class Header {

    private static final int COLUMNS_MAX = 256;

    private Header() {}

    /**
     * For each column of the kind of file, its place in this file.
     *
     * @throws FileRefused if a column is missing, there twice, or unknown
     */
    static int[] places(TableFile file, Block line) {
        List<String> found = names(line);
        List<String> wanted = file.columns();
        if (found.isEmpty()) {
            throw FileRefused.of(file, "是空的", "第一行应为表头：" + String.join(",", wanted));
        }
        Set<String> unique = new HashSet<>();
        for (String name : found) {
            if (!unique.add(name)) {
                throw FileRefused.of(file, "表头里“" + name + "”出现了两次", "每列只能有一个表头，请改正后重新运行");
            }
        }
        for (String name : wanted) {
            if (!unique.contains(name)) {
                throw FileRefused.of(file, "缺少列“" + name + "”", "表头应为：" + String.join(",", wanted));
            }
        }
        for (String name : found) {
            if (!wanted.contains(name)) {
                throw FileRefused.of(file, "有不认识的列“" + name + "”", "表头应为：" + String.join(",", wanted));
            }
        }
        return wanted.stream().mapToInt(found::indexOf).toArray();
    }

    private static List<String> names(Block line) {
        Row row = new Row(line, IntStream.range(0, COLUMNS_MAX).toArray());
        List<String> names = new ArrayList<>();
        if (row.next()) {
            for (int i = 0; i < Math.min(row.count(), COLUMNS_MAX); i++) {
                names.add(row.text(i));
            }
        }
        return names;
    }
}
