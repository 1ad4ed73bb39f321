package org.huzhu.quarters.working;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huzhu.quarter.InputKind;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.table.Block;
import org.huzhu.quarter.table.Blocks;
import org.huzhu.quarter.table.FileRefused;
import org.huzhu.quarter.table.Row;
import org.huzhu.quarter.table.TableFile;
import org.huzhu.quarter.table.TablePart;

/** What people are called on a register, in whichever encoding it is written; settling itself asks for no names. */
public final class RegisterNames {

    private static final int THREADS = 2;
    private static final int MEMBER_NO = InputKind.MEMBERS.columns().indexOf("member_no");
    private static final int NAME = InputKind.MEMBERS.columns().indexOf("name");

    private RegisterNames() {}

    /**
     * The names by member number, of those who are asked for; where several rows have one number that of the last.
     *
     * @throws SettlementStopped if the file cannot be read or is no register
     */
    public static Map<String, String> of(Path register, Set<String> memberNos) {
        List<String> columns = InputKind.MEMBERS.columns();
        TableFile file = new TableFile(0, "members.csv", register, "members", columns);
        Map<String, String> names = new HashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            new Blocks(workers, _ -> {})
                    .read(file, (block, places) -> new Names(block, places, memberNos))
                    .parts()
                    .forEach(part -> names.putAll(part.names));
        } catch (FileRefused e) {
            throw new SettlementStopped(String.valueOf(e.getMessage()), e);
        }
        return names;
    }

    /** Those of one block. */
    private static final class Names implements TablePart {

        private final Map<String, String> names = new HashMap<>();
        private final long lines;
        private int rows;

        Names(Block block, int[] places, Set<String> memberNos) {
            Row row = new Row(block, places);
            for (; row.next(); rows++) {
                if (row.isWhole()) {
                    String memberNo = row.text(MEMBER_NO);
                    if (memberNos.contains(memberNo)) {
                        names.put(memberNo, row.text(NAME));
                    }
                }
            }
            lines = row.line();
        }

        @Override
        public long lineCount() {
            return lines;
        }

        @Override
        public int rowsRead() {
            return rows;
        }

        @Override
        public void place(int file, long line) {
            // Nothing of it says where it stood.
        }
    }
}
