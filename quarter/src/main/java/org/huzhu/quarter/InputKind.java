package org.huzhu.quarter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.quarter.table.TableFile;

/** The kinds of input with the columns that each must have. */
public enum InputKind {
    FEED(
            "feed",
            "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,"
                    + "total,fund_paid,large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels"),
    MEMBERS("members", "member_no,id_number,name,card_no,valid_from,valid_to,agency"),
    PAID("paid", Dues.HEADER);

    private final String option;
    private final String header;

    InputKind(String option, String header) {
        this.option = option;
        this.header = header;
    }

    /** The columns that the first line names, in the usual order. */
    public List<String> columns() {
        return List.of(header.split(",", -1));
    }

    boolean isOf(TableFile file) {
        return file.option().equals(option);
    }

    /**
     * The files of a request: feeds, register, payment lists. A file is called by its own name, with {@code #2} and so
     * on when an earlier one has that name too; never by a directory, so that the results do not depend on where the
     * files lie.
     */
    static List<TableFile> filesOf(SettlementRequest request) {
        List<TableFile> files = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        request.feeds().forEach(path -> FEED.add(files, seen, path));
        MEMBERS.add(files, seen, request.members());
        request.paid().forEach(path -> PAID.add(files, seen, path));
        return files;
    }

    private void add(List<TableFile> files, Map<String, Integer> seen, Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        int times = seen.merge(name, 1, Integer::sum);
        String unique = times == 1 ? name : name + "#" + times;
        files.add(new TableFile(files.size(), unique, path, option, columns()));
    }
}
