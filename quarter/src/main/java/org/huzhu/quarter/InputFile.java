package org.huzhu.quarter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file to be read.
 *
 * @param position among all inputs, from 0: feeds, register, payment lists
 * @param name what the results call it: the file's own name, with {@code #2} and so on when an earlier input has that
 *     name too; never a directory, so that the results do not depend on where the files lie
 */
record InputFile(int position, Kind kind, String name, Path path) {

    /** The kinds of input with the columns that each must have. */
    enum Kind {
        FEED(
                "feed",
                "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,"
                        + "total,fund_paid,large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels"),
        MEMBERS("members", "member_no,id_number,name,card_no,valid_from,valid_to,agency"),
        PAID("paid", Dues.HEADER);

        private final String word;
        private final String header;

        Kind(String word, String header) {
            this.word = word;
            this.header = header;
        }

        /** The option of the command that names such files. */
        String word() {
            return word;
        }

        List<String> columns() {
            return List.of(header.split(",", -1));
        }
    }

    static List<InputFile> of(SettlementRequest request) {
        List<InputFile> files = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        request.feeds().forEach(path -> add(files, seen, Kind.FEED, path));
        add(files, seen, Kind.MEMBERS, request.members());
        request.paid().forEach(path -> add(files, seen, Kind.PAID, path));
        return files;
    }

    private static void add(List<InputFile> files, Map<String, Integer> seen, Kind kind, Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        int times = seen.merge(name, 1, Integer::sum);
        files.add(new InputFile(files.size(), kind, times == 1 ? name : name + "#" + times, path));
    }
}
