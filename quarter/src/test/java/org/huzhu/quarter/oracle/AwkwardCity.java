package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.testkit.Cases;

/**
 * A nasty little society: few people, few days, few amounts, so that everything meets everything.
 *
 * @param members the register
 * @param feeds what reached the society in each quarter of {@link #YEAR}
 */
record AwkwardCity(Path members, List<Path> feeds) {

    static final int YEAR = 2023;

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n");
    private static final List<String> MARKS = List.of("", "\uFEFF");

    /** Makes a city in the folder; later cases make larger ones. */
    static AwkwardCity in(Path folder, Cases cases) throws IOException {
        int size = cases.listOf(each -> each.wholeBetween(0, 1)).size();
        List<AwkwardPerson> people = IntStream.range(0, 1 + size / 2)
                .mapToObj(index -> AwkwardPerson.of(index, cases))
                .toList();
        Path members = folder.resolve("members.csv");
        write(members, registerLines(people, cases), cases);

        AwkwardRows rows = new AwkwardRows(people, cases);
        List<List<String>> lines = IntStream.range(0, 4)
                .<List<String>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (int i = 0; i < 2 * size; i++) {
            rows.addTo(lines);
        }
        List<Path> feeds = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            Path feed = folder.resolve("feed-q" + quarter + ".csv");
            List<String> all = new ArrayList<>(List.of(String.join(",", FeedLine.COLUMNS)));
            all.addAll(lines.get(quarter - 1));
            write(feed, all, cases);
            feeds.add(feed);
        }
        return new AwkwardCity(members, feeds);
    }

    private static List<String> registerLines(List<AwkwardPerson> people, Cases cases) {
        List<String> lines = new ArrayList<>();
        for (AwkwardPerson person : people) {
            lines.addAll(person.registerLines());
        }
        for (int i = lines.size() - 1; i > 0; i--) {
            lines.add(i, lines.remove((int) cases.wholeBetween(0, i)));
        }
        lines.addFirst("member_no,id_number,name,card_no,valid_from,valid_to,agency");
        return lines;
    }

    /** GB18030 has a mark too, but nobody writes it. The last line may lack its end. */
    private static void write(Path file, List<String> lines, Cases cases) throws IOException {
        Charset charset = cases.oneOf(CHARSETS);
        String end = cases.oneOf(LINE_ENDS);
        String mark = charset.equals(StandardCharsets.UTF_8) ? cases.oneOf(MARKS) : "";
        String last = cases.wholeBetween(0, 3) == 0 ? "" : end;
        Files.writeString(file, mark + String.join(end, lines) + last, charset);
    }

    /** A day on which something may hinge: the ends of quarters and of the year, or one of few others. */
    static LocalDate someDay(Cases cases) {
        LocalDate quarterStart = LocalDate.of(YEAR, 1, 1).plusMonths(3 * cases.wholeBetween(0, 3));
        return switch ((int) cases.wholeBetween(0, 3)) {
            case 0 -> quarterStart;
            case 1 -> quarterStart.plusMonths(3).minusDays(1);
            default -> quarterStart.plusDays(10 * cases.wholeBetween(0, 8));
        };
    }
}
